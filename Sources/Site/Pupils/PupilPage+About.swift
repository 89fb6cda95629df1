import Components
import Domain
import Markup
import Store

extension PupilPage {
  var aboutPart: HTML {
    """
    <section aria-labelledby="about"><h2 id="about">About</h2>\(SummaryList(rows))\
    \(if: rights.changesPupils && pupil.leftOn == nil, leaving)</section>
    """
  }

  private var rows: [SummaryList.Row] {
    var rows = [
      SummaryList.Row("Name", name, action: way("Correct", .details)),
      SummaryList.Row("Birth date", PupilWording.birth(pupil, on: record.day)),
      SummaryList.Row("Sex", PupilWording.sex(pupil.sex)),
      SummaryList.Row("Year", html: years, action: way("Change", .year)),
      SummaryList.Row("Class", html: classes, action: way("Change", .schoolClass)),
      SummaryList.Row("Flags", flags, action: way("Change", .flags)),
      SummaryList.Row("On the roll", html: stays),
    ]
    if rights.seesUPN { rows.append(SummaryList.Row("UPN", html: upn, isFolded: pupil.upn != nil)) }
    return rows
  }

  private var name: String {
    let called = pupil.preferredForename.map { ", called \($0)" } ?? ""
    return "\(pupil.forename) \(pupil.surname)\(called)"
  }

  private var years: HTML {
    let now = PupilWording.year(pupil, on: record.day)
    if pupil.taught.shifts.facts.isEmpty { return HTML(text: now) }
    let past = history(pupil.taught.shifts, .year, none: "") { (HTML(text: PupilWording.words(shift: $0)), nil) }
    return "\(now)\(Details("When taught out of the year of their age", body: past))"
  }

  private var classes: HTML {
    let now = record.facts.className(on: record.day) ?? "None"
    if record.facts.classes.facts.isEmpty { return HTML(text: now) }
    let past = history(record.facts.classes, .schoolClass, none: "") { (HTML(text: $0), nil) }
    return "\(now)\(Details("Classes since joining", body: past))"
  }

  private var flags: String {
    let seen = record.seesNeeds ? pupil.flags : pupil.flags.subtracting(.watch)
    return seen.isEmpty ? "None" : seen.names.joined(separator: ", ")
  }

  private var stays: HTML {
    let now = Span(pupil.joinedOn, pupil.leftOn).map { PupilWording.words($0, today: record.today) } ?? ""
    let before = earlierStays.map { stay in
      "Before: \(stay.period.words)" + (stay.leftFor.map { " (left for \($0))" } ?? "")
    }
    return "\(now)\(each: before, { "<br><span class=\"soft\">\($0)</span>" })"
  }

  /// Behind its row, so that nobody reads it over a shoulder.
  private var upn: HTML {
    guard let upn = pupil.upn else { return "<span class=\"soft\">Not recorded</span>" }
    let warning: HTML =
      upn.hasRightCheckLetter
      ? .empty : "<p class=\"soft\">Its check letter should be \(String(upn.checkLetter)). Look it up again.</p>"
    return Details("Show the UPN", body: "<p class=\"code\">\(upn.text)</p>\(warning)").html
  }

  private var leaving: HTML {
    PupilPage.onScreen([LinkButton("Mark as leaving", Way.pupil(pupil.id, .leaving, school), style: .quiet).html])
  }

  private func way(_ label: String, _ part: PupilPart) -> Components.Link? {
    rights.changesPupils ? Link(label, Way.pupil(pupil.id, part, school)) : nil
  }

  var contactsPart: HTML {
    """
    <section aria-labelledby="contacts"><h2 id="contacts">Contacts</h2>\
    \(if: contacts.isEmpty, "<p class=\"soft\">No contacts have been recorded.</p>", else: SummaryList(contacts.map(row)).html)\
    \(if: rights.changesContacts, PupilPage.onScreen([LinkButton("Add a contact", Way.newContact(pupil.id, school), style: .quiet).html]))\
    </section>
    """
  }

  private func row(_ contact: Contact) -> SummaryList.Row {
    let lines = [contact.relationship, contact.phone, contact.email, contact.address].compactMap { $0 }
    return SummaryList.Row(
      contact.name, html: HTML.joined(lines.map(lined), by: "<br>"),
      action: rights.changesContacts ? Link("Change", Way.contact(contact.id, of: pupil.id, school)) : nil)
  }

  /// A text with its own line ends.
  private func lined(_ text: String) -> HTML {
    HTML.joined(text.split(separator: "\n").map { HTML(text: String($0)) }, by: "<br>")
  }
}
