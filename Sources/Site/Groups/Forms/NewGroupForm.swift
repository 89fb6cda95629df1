import Components
import Domain
import Markup
import Store

/// Everything that is typed to add a group.
struct NewGroupForm: Sendable {
  /// One adult of the form.
  struct LeadRow: Sendable {
    var staff = ""
    var share: ShareFields
  }

  /// The group's id, given with the form: sent twice, it is one group.
  var id: ID<Group>?
  var type: ID<ProvisionType>?
  var details = DetailsFields()
  var schedule = ScheduleFields()
  var leads = NewGroupForm.suffixes.map { LeadRow(share: ShareFields(suffix: $0)) }
  var items = NewGroupForm.suffixes.prefix(2).map { ItemFields(suffix: $0) }
  var picker = PupilPicker()

  private static let suffixes = ["", "-2", "-3"]

  /// Free of the catalogue, or a run of `type` with what is usual of it; in the term that `calendar` has now or next.
  init(
    _ type: ProvisionType?, id: ID<Group>, calendar: SchoolCalendar, today: Day, stream: FundingStream?
  ) {
    self.id = id
    if let type {
      self.type = type.id
      details.name = type.name
      details.heading = type.heading.text
      details.strand = type.details.strand?.rawValue ?? ""
      details.level = type.details.level ?? ""
      details.area = type.details.area ?? ""
      details.isConfidential = type.details.isConfidential
      schedule = ScheduleFields(type.details)
    }
    let term = calendar.term(containing: today) ?? calendar.nextTerm(after: today)
    details.from = (term?.period.from ?? today).words
    details.until = term?.period.until.words ?? ""
    picker.stream = stream?.id.text ?? ""
  }

  init(_ sent: SentForm) {
    id = sent["id"].flatMap { ID($0) }
    type = sent["type"].flatMap { ID($0) }
    details = DetailsFields(sent)
    schedule = ScheduleFields(sent)
    leads = NewGroupForm.suffixes.map { suffix in
      LeadRow(staff: sent.typed("staff\(suffix)"), share: ShareFields(sent, suffix: suffix))
    }
    items = NewGroupForm.suffixes.prefix(2).map { ItemFields(sent, suffix: $0) }
    picker = PupilPicker(sent)
  }

  /// The day on which pupils are looked for.
  func day(_ today: Day) -> Day { Day(typed: details.from) ?? today }

  /// What was typed, or everything that cannot be taken.
  func group() throws -> NewGroup {
    var refusals = Refusals()
    let details = details.details(&refusals)
    let schedule = schedule.schedule(&refusals)
    let leads = leads.compactMap { row -> NewLead? in
      guard let staff = ID<StaffMember>(row.staff) else { return nil }
      return row.share.share(&refusals).map { NewLead(staff, share: $0) }
    }
    let items = items.compactMap { $0.item(&refusals) }
    guard var details, refusals.isEmpty else { throw refusals }
    details.type = type
    var new = NewGroup(details, schedule: schedule)
    new.leads = leads
    new.items = items
    new.members = picker.members()
    return new
  }
}

extension NewGroupForm {
  /// Everything of the form but its buttons.
  func fields(_ headings: [Heading], _ staff: [StaffMember], _ page: NewGroupPage.Place, _ refusals: Refusals) -> HTML {
    """
    \(HiddenField("id", id?.text ?? ""))\(type.map { HiddenField("type", $0.text).html } ?? HiddenField("type", "own").html)\
    \(Fieldset("What", isHeading: true, body: details.nameFields(headings, refusals)))\
    \(Fieldset("From when until when", isHeading: true, body: DayFields.span(details.from, details.until, refusals)))\
    \(Fieldset("When it meets", isHeading: true, body: schedule.html(refusals)))\
    \(Fieldset(
      "Who leads it", hint: "As long as it runs and they work here. Their dates can be changed afterwards.", isHeading: true,
      body: HTML.joined(leads.enumerated().map { lead($0, $1, staff, refusals) })))\
    \(Fieldset(
      "For which pupils", hint: "Choose a class, a year, a need, or several at once; then tick. Who is ticked stays ticked.",
      isHeading: true, body: "\(picker.html(refusals, school: page.school, address: page.listing))\(details.yearFields(page.school, refusals))"))\
    \(Details("Place, note, what is bought for it, what kind of support", isOpen: opensMore(refusals), body: more(page, refusals)))
    """
  }

  private func lead(_ index: Int, _ row: LeadRow, _ staff: [StaffMember], _ refusals: Refusals) -> HTML {
    let suffix = row.share.suffix
    let label = ["First adult", "Second adult", "Third adult"][index]
    let field = Field("staff\(suffix)", label, error: refusals["staff\(suffix)"], isOptional: true)
    return """
      <div class="side-by-side">\(StaffFields.select(staff, field, row.staff, none: "Nobody"))\(row.share.html(refusals))</div>
      """
  }

  private func more(_ page: NewGroupPage.Place, _ refusals: Refusals) -> HTML {
    """
    \(details.placeFields(refusals))\
    \(Fieldset("What is bought for it", body: HTML.joined(items.map { $0.html(refusals) })))\
    \(details.kindFields(refusals, mayHide: page.mayHide))
    """
  }

  private func opensMore(_ refusals: Refusals) -> Bool {
    let inside = ["place", "note", "strand", "level", "area", "item", "cost", "item-day"]
    return !details.place.isEmpty || !details.note.isEmpty || items.contains { !$0.name.isEmpty || !$0.cost.isEmpty }
      || refusals.all.contains { refusal in inside.contains { refusal.field?.hasPrefix($0) == true } }
  }
}
