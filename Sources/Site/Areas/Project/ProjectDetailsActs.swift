import Components
import Domain
import Hummingbird
import Markup
import Store

/// What a project says of itself, as it is typed.
struct ProjectDetailsForm: Sendable {
  var title = ""
  var about = ""
  var organiser = ""
  var contact = ""
  var opensOn = ""
  var closesOn = ""
  var shows: Set<String> = []

  init(_ details: AreaDetails) {
    title = details.title
    about = details.about
    organiser = details.organiser
    contact = details.contact
    opensOn = details.opensOn?.words ?? ""
    closesOn = details.closesOn?.words ?? ""
    if details.isListed { shows.insert("listed") }
    if details.publishesMap { shows.insert("map") }
    if details.takesSurvey { shows.insert("survey") }
  }

  init(_ sent: SentForm) {
    title = sent.typed("title")
    about = sent.typed("about")
    organiser = sent.typed("organiser")
    contact = sent.typed("contact")
    opensOn = sent.typed("opens-on")
    closesOn = sent.typed("closes-on")
    shows = Set(sent.all("shows"))
  }

  /// What was typed, or everything that cannot be taken.
  func details() throws -> AreaDetails {
    var refusals = Refusals()
    let opens = refusals.dayOrNone(opensOn, at: "opens-on", "the first day")
    let closes = refusals.dayOrNone(closesOn, at: "closes-on", "the last day")
    let details = AreaDetails(
      title: title, about: about, organiser: organiser, contact: contact, isListed: shows.contains("listed"),
      opensOn: opens, closesOn: closes, publishesMap: shows.contains("map"), takesSurvey: shows.contains("survey"))
    do {
      _ = try details.checked()
    } catch {
      refusals.all = error.all + refusals.all
    }
    try refusals.throwIfAny()
    return details
  }

  func fields(_ refusals: Refusals) -> HTML {
    """
    \(TextInput(Field("title", "Title", hint: "As people will look for it.", error: refusals["title"]), value: title, width: .full))\
    \(TextArea(Field("about", "What it is for", hint: "In a few sentences that anybody can read.", error: refusals["about"], isOptional: true), value: about, rows: 5))\
    \(TextInput(Field("organiser", "Who organises it", hint: "They are asked for the code.", error: refusals["organiser"]), value: organiser, width: .full))\
    \(TextInput(Field("contact", "How to reach them", hint: "An e-mail address, a telephone number.", error: refusals["contact"], isOptional: true), value: contact, width: .full))\
    <div class="side-by-side">\
    \(DateInput(Field("opens-on", "Open for joining from", hint: DateInput.hint, error: refusals["opens-on"], isOptional: true), value: opensOn))\
    \(DateInput(Field("closes-on", "Until", hint: "Leave it empty for no end.", error: refusals["closes-on"], isOptional: true), value: closesOn))</div>\
    \(Checkboxes(
      Field("shows", "What anybody may see"),
      [
        Choice("listed", "It stands in the public list of reviews", hint: "Otherwise it is reached by its address alone."),
        Choice("map", "Its public map", hint: "Entries that their author and you agreed to show, without cost or people."),
        Choice("survey", "A survey of parents and young people", hint: "Without an account; you look through what comes in."),
      ], selected: shows))
    """
  }

  func compared(with now: ProjectDetailsForm) -> [Compared] {
    Compared.different([
      .init("Title", now: now.title, typed: title), .init("What it is for", now: now.about, typed: about),
      .init("Who organises it", now: now.organiser, typed: organiser),
      .init("How to reach them", now: now.contact, typed: contact),
      .init("Open from", now: now.opensOn, typed: opensOn), .init("Until", now: now.closesOn, typed: closesOn),
      .init("What anybody may see", now: now.words, typed: words),
    ])
  }

  private var words: String { shows.isEmpty ? "nothing" : shows.sorted().joined(separator: ", ") }
}

enum ProjectDetailsActs {
  static func show(_ visit: Visit) async throws -> Response {
    let area = try visit.thisArea()
    return visit.page(page(ProjectDetailsForm(area.details), area, token: visit.formToken))
  }

  static func send(_ visit: Visit) async throws -> Response {
    let (area, viewer, form) = (try visit.thisArea(), visit.areaViewer, ProjectDetailsForm(visit.form))
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    return try await visit.answering {
      let details = try form.details()
      try await visit.write { try Areas.change(to: details, version: version, by: viewer, $0) }
      return visit.redirect(to: Way.project(area), saying: .saved)
    } again: { refusals in
      let now = try await visit.read { try Areas.withID(area.id, $0) } ?? area
      return page(form, now, token: visit.formToken, version: version, refusals: refusals)
    }
  }

  /// Refused for a conflict, it carries the version that stands there now, so that sending it again is an answer.
  static func page(
    _ form: ProjectDetailsForm, _ area: Area, token: String, version: Int? = nil, refusals: Refusals = .none
  ) -> FormPage {
    FormPage(
      title: "Change the project", kicker: area.details.title, trail: ProjectWords.trail(area), part: nil,
      areaPart: .project, address: Way.projectDetails(area), token: token,
      version: refusals.isConflict ? area.version : version ?? area.version, fields: form.fields(refusals),
      button: "Save", cancel: Way.project(area), refusals: refusals,
      compared: refusals.isConflict ? form.compared(with: ProjectDetailsForm(area.details)) : [])
  }
}

enum ProjectWords {
  static func trail(_ area: Area) -> [Components.Link] { [Link("Project", Way.project(area))] }
}
