import Components
import Domain
import Markup

extension MemberPage {
  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(name, lede: email))\(roleList)\(if: cases, openCases)\(if: giveRole, give)\
    \(if: linkStaff, link)\(if: reset, newPassword)
    """
  }

  private var roleList: HTML {
    """
    <h2>Roles</h2>\
    \(DataTable("Roles of \(name) in this school", showsCaption: false, columns: [DataTable.Column("Role"), DataTable.Column("When"), DataTable.Column("End it", isUnseen: true)], rows: roles.map(row), isList: true))
    """
  }

  private func row(_ role: RoleRow) -> [DataTable.Cell] {
    let end: DataTable.Cell =
      if let address = role.end {
        .html(RowButton("End at once", role.name, to: address, token: token, style: .danger).html)
      } else {
        .html(role.isOver ? StatusTag(.ended).html : .empty)
      }
    return [.text(role.name), .text(role.dates), end]
  }

  private func give(_ address: Address) -> HTML {
    """
    <h2>Give another role</h2>\(Form(to: address, token: token, body: """
      \(Select(Field("role", "Role", error: refusals["role"]), [Choice("", "Choose a role")] + grantable))\
      \(DateInput(Field("last-day", "Last day", hint: DateInput.hint, error: refusals["last-day"], isOptional: true), value: lastDay))\
      \(Button("Give the role", style: .quiet))
      """))
    """
  }

  private func link(_ address: Address) -> HTML {
    """
    <h2>Staff record</h2><p>Linked to their staff record, they find “my groups” and “my class”.</p>\
    \(Form(to: address, token: token, body: """
      \(Select(Field("staff", "Staff record", error: refusals["staff"]), [Choice("", "None")] + staff, selected: staffMember))\
      \(Button("Link", style: .quiet))
      """))
    """
  }

  private func newPassword(_ address: Address) -> HTML {
    if !hasPassword {
      return """
        <h2>First password</h2><p>\(name) has not chosen a password yet. A new link works once, for 72 hours; one that was \
        made before stops working.</p>\(PostButton("Issue the link again", to: address, token: token))
        """
    }
    return """
      <h2>Forgotten password</h2><p>Make a link by which \(name) chooses a new password. It works once, for 24 hours; \
      signing in asks for the second factor as before.</p>\(PostButton("Make a link", to: address, token: token))
      """
  }

  private func openCases(_ cases: Cases) -> HTML {
    """
    <h2>Cases that are open to them</h2>\
    <p>A moderator or inspector sees only the pupils that you choose here, only until the day that you give.</p>\
    \(if: !cases.rows.isEmpty, DataTable("Pupils whose case is open to \(name)", showsCaption: false, columns: ["Pupil", "When", "Opened by"].map { DataTable.Column($0) } + [DataTable.Column("Close it", isUnseen: true)], rows: cases.rows.map(row), isList: true).html)\
    \(Form(to: cases.address, token: token, body: picker(cases)))
    """
  }

  private func row(_ row: CaseRow) -> [DataTable.Cell] {
    [
      .text(row.pupil), .text(row.dates), .text(row.openedBy),
      .html(RowButton("Close", row.pupil, to: row.close, token: token).html),
    ]
  }

  private func picker(_ cases: Cases) -> HTML {
    """
    <fieldset class="field\(if: refusals["pupil"] != nil, " wrong")"><legend>Pupils</legend>\
    \(if: refusals["pupil"], { "<p class=\"error\"><span class=\"unseen\">Error: </span>\($0)</p>" })\
    \(if: cases.pupils.count > 12, FilterBox("Find a pupil", of: "pupils", noun: "pupils").html)\
    <ul class="long picking" id="pupils" tabindex="0" aria-label="Pupils">\(each: cases.pupils.enumerated(), { "<li>\(box($0.offset, $0.element, cases))</li>" })</ul></fieldset>\
    \(DateInput(Field("cases-until", "Open until", hint: "The last day. Three months at most; it can be done again.", error: refusals["cases-until"]), value: cases.lastDay))\
    \(Button("Open these cases", style: .quiet))
    """
  }

  /// The first has the field's own id, so that the error summary lands on it.
  private func box(_ place: Int, _ pupil: Choice, _ cases: Cases) -> Checkbox {
    Checkbox(
      Field("pupil", pupil.label, id: place == 0 ? "pupil" : "pupil-\(place + 1)"), value: pupil.value,
      isChosen: cases.chosen.contains(pupil.value))
  }
}
