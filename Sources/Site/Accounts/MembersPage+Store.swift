import Components
import Domain
import Markup
import Store

/// The words of the members' pages, from what is kept.
extension MembersPage {
  init(_ members: [Member], _ invitations: [Invitation], _ visit: Visit) {
    let (school, today, settings) = (visit.here, visit.today, visit.site.settings)
    token = visit.formToken
    trail = MembersWords.trail(school)
    invite = visit.viewer.may(.do, .members) ? Way.invite(school) : nil
    rows = members.map { member in
      let current = member.memberships.filter { $0.span.until ?? today >= today }
      // In the demonstration nobody has a password, and nobody needs one.
      let isInvited = !member.hasPassword && visit.session?.isDemonstration != true
      let status: StatusTag.Status =
        member.account.isOpen(on: today)
        ? (current.isEmpty ? .ended : isInvited ? .invited : .active) : .disabled
      return Row(
        name: member.account.name, email: member.account.email,
        roles: (current.isEmpty ? member.memberships : current).map { MembersWords.words($0, on: today) },
        staff: member.staffName,
        lastSeen: member.lastSeenAt.map { settings.day(of: $0).words } ?? "Never", status: status,
        address: Way.member(member.account.id, school))
    }
    let mayGrant = Set(visit.viewer.grantableRoles)
    waiting = invitations.map { invitation in
      let until = settings.words(of: invitation.expiresAt)
      let state = invitation.state(at: visit.now, on: today)
      let mayAct = mayGrant.contains(invitation.role)
      return Waiting(
        email: invitation.email, role: invitation.role.name,
        status: state == .waiting ? .invited : state == .expired ? .expired : .ended,
        detail: state == .waiting ? "Works until \(until)" : state == .expired ? "Expired" : "Withdrawn",
        issue: mayAct ? Way.issueAgain(invitation.id, school) : nil,
        withdraw: mayAct && state != .withdrawn ? Way.withdraw(invitation.id, school) : nil)
    }
  }
}

extension MemberPage {
  static func of(_ id: ID<Account>, _ visit: Visit, _ refusals: Refusals = .none) async throws -> MemberPage {
    let (viewer, today) = (visit.viewer, visit.today)
    let maySeeCases = viewer.may(.do, .members) && viewer.mayAll(.see, .needs)
    return try await visit.read { connection in
      let members = Members(viewer, connection)
      let member = try members.member(id)
      let openings = CaseOpenings(viewer, connection)
      let isModerator = member.roles(on: today).contains(.moderator)
      return MemberPage(
        member, staff: try members.linkableStaff(for: id, on: today),
        mayReset: try visit.session?.isDemonstration != true && members.mayReset(id),
        cases: maySeeCases && isModerator
          ? (try openings.open(to: id, on: today), try openings.choices(on: today)) : nil, visit, refusals)
    }
  }

  private init(
    _ member: Member, staff: [(id: ID<StaffMember>, name: String)], mayReset: Bool,
    cases: ([CaseOpening], [(id: ID<Pupil>, name: String)])?, _ visit: Visit, _ refusals: Refusals
  ) {
    let (school, today, viewer, form, id) = (visit.here, visit.today, visit.viewer, visit.form, member.account.id)
    let mayAct = viewer.may(.do, .members)
    let grantable = viewer.grantableRoles
    token = visit.formToken
    trail = MembersWords.trailBelow(school)
    name = member.account.name
    email = member.account.email
    roles = member.memberships.map { membership in
      let isOver = membership.span.until.map { $0 < today } ?? false
      return RoleRow(
        name: membership.role.name,
        dates: membership.span.until.map { Period(membership.span.from, $0)!.words }
          ?? "Since \(membership.span.from.words)", isOver: isOver,
        end: mayAct && !isOver && grantable.contains(membership.role)
          ? Way.endRole(membership.id, of: id, school) : nil)
    }
    giveRole = mayAct ? Way.giveRole(id, school) : nil
    self.grantable = grantable.map { Choice($0.rawValue, $0.name) }
    lastDay = form.typed("last-day")
    self.staff = staff.map { Choice($0.id.text, $0.name) }
    staffMember = form.has("staff") ? form.typed("staff") : member.staffMember?.text ?? ""
    linkStaff = mayAct ? Way.linkStaff(id, school) : nil
    reset = mayReset ? Way.resetSlip(id, school) : nil
    hasPassword = member.hasPassword
    self.cases = cases.map { open, choices in
      Cases(
        rows: open.map {
          CaseRow(
            pupil: $0.pupilName, dates: Period($0.from, $0.until)!.words, openedBy: $0.openedBy,
            close: Way.closeCase($0.id, of: id, school))
        }, pupils: choices.map { Choice($0.id.text, $0.name) }, chosen: Set(form.all("pupil")),
        lastDay: form.typed("cases-until"), address: Way.openCases(id, school))
    }
    self.refusals = refusals
  }
}
