import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

/// The classes that somebody teaches: added, ended, taken back.
enum TaughtClassRoutes {
  static func routes(_ routes: inout Routes) {
    let classes = "\(StaffRoutes.one)/classes"
    routes.get(classes, .school(.do, .staff)) { visit in
      visit.page(try await addingPage(TaughtClassForm(today: visit.today), visit))
    }
    routes.post(classes, .school(.do, .staff), add)
    routes.get("\(classes)/{line}", .school(.do, .staff)) { visit in
      let (member, line) = try await found(visit)
      let typed = line.span.until?.words ?? ""
      return visit.page(endingPage(typed, line, member, visit.here, token: visit.formToken))
    }
    routes.post("\(classes)/{line}", .school(.do, .staff), end)
    routes.post("\(classes)/{line}/removal", .school(.do, .staff), remove)
  }

  private static func add(_ visit: Visit) async throws -> Response {
    let (form, viewer, id) = (TaughtClassForm(visit.form), visit.viewer, try visit.id("staff", StaffMember.self))
    return try await visit.answering {
      let (name, span) = try form.read()
      try await visit.write { _ = try ClassTeachers(viewer, $0).add(id, to: name, span) }
      return visit.redirect(to: Way.staffMember(id, visit.here), saying: .added)
    } again: { refusals in
      try await addingPage(form, visit, refusals)
    }
  }

  private static func addingPage(
    _ form: TaughtClassForm, _ visit: Visit, _ refusals: Refusals = Refusals()
  ) async throws -> FormPage {
    let (member, _) = try await StaffRoutes.found(visit)
    let (viewer, today) = (visit.viewer, visit.today)
    let offered = try await visit.read { try ClassTeachers(viewer, $0).offered(on: today) }
    return addingPage(form, member, offered, visit.here, token: visit.formToken, refusals: refusals)
  }

  static func addingPage(
    _ form: TaughtClassForm, _ member: StaffMember, _ offered: [String], _ school: School, token: String,
    refusals: Refusals = Refusals()
  ) -> FormPage {
    FormPage(
      title: "A class that \(member.name) teaches", lede: "While they teach it, their account sees its pupils.",
      trail: StaffWording.trail(school, member), part: .staff,
      address: Way.staffMember(member.id, .classes, school), token: token, fields: form.fields(offered, refusals),
      button: "Add", cancel: Way.staffMember(member.id, school), refusals: refusals)
  }

  private static func end(_ visit: Visit) async throws -> Response {
    let (typed, viewer, shown) = (visit.form.typed("until"), visit.viewer, visit.form.typed("shown"))
    let (member, line) = try await found(visit)
    return try await visit.answering {
      var refusals = Refusals()
      let day = refusals.day(typed, at: "until", "the last day")
      try refusals.throwIfAny()
      guard let day else { throw refusals }
      try await visit.write { try ClassTeachers(viewer, $0).end(line.id, on: day, shown: span(shown)) }
      return visit.redirect(to: Way.staffMember(member.id, visit.here), saying: .saved)
    } again: { refusals in
      let (member, line) = try await found(visit)
      return endingPage(typed, line, member, visit.here, token: visit.formToken, shown: shown, refusals: refusals)
    }
  }

  /// The days that the form showed, as `2026-09-01` or `2026-09-01 2026-12-18`.
  private static func span(_ shown: String) -> Span? {
    let days = shown.split(separator: " ").map { Day(iso: $0) }
    return days.first.flatMap { $0 }.flatMap { Span($0, days.count > 1 ? days[1] : nil) }
  }

  private static func remove(_ visit: Visit) async throws -> Response {
    let viewer = visit.viewer
    let (member, line) = try await found(visit)
    try await visit.write { try ClassTeachers(viewer, $0).remove(line.id) }
    return visit.redirect(to: Way.staffMember(member.id, visit.here), saying: .removed)
  }

  static func endingPage(
    _ typed: String, _ line: ClassTeachers.Line, _ member: StaffMember, _ school: School, token: String,
    shown: String? = nil, refusals: Refusals = Refusals()
  ) -> FormPage {
    let now = [line.span.from, line.span.until].compactMap { $0?.iso }.joined(separator: " ")
    let address = Way.taughtClass(line.id.text, of: member.id, school)
    return FormPage(
      title: "\(member.name) and class \(line.schoolClass)", lede: "Taught from \(line.span.from.words).",
      trail: StaffWording.trail(school, member), part: .staff, address: address, token: token,
      hidden: [HiddenField("shown", refusals.isConflict ? now : shown ?? now)],
      fields: DateInput(
        Field("until", "Last day", hint: DateInput.hint, error: refusals["until"]), value: typed
      ).html, button: "Save", cancel: Way.staffMember(member.id, school), refusals: refusals,
      compared: refusals.isConflict
        ? [Compared("Last day", now: line.span.until?.words ?? "None", typed: typed)] : [],
      under: Details(
        "It was never true",
        body: """
          <p>Then it goes, and their account never had this class. The history keeps what stood here.</p>\
          \(PostButton("Remove it", to: "\(address)/removal", token: token, style: .danger))
          """
      ).html)
  }

  /// The line that the address names, of the member that it names.
  private static func found(_ visit: Visit) async throws -> (StaffMember, ClassTeachers.Line) {
    let (member, _) = try await StaffRoutes.found(visit)
    let (viewer, id) = (visit.viewer, try visit.id("line", ClassTeachers.Line.self))
    let line = try await visit.read { try ClassTeachers(viewer, $0).of(member.id) }.first { $0.id == id }
    guard let line else { throw Refusal.notFound() }
    return (member, line)
  }
}

/// A class and its days as they are typed.
struct TaughtClassForm: Sendable {
  var name = ""
  /// A class that no pupil is in yet.
  var other = ""
  var from = ""
  var until = ""

  init(today: Day) { from = today.words }

  init(_ sent: SentForm) {
    name = sent.typed("class")
    other = sent["other"] ?? ""
    from = sent.typed("from")
    until = sent.typed("until")
  }

  func read() throws -> (String, Span) {
    var refusals = Refusals()
    let chosen = other.isEmpty ? name : other
    if chosen.isEmpty { refusals.add("Choose a class, or name one that has no pupils yet.", field: "class") }
    let span = refusals.span(from, until)
    try refusals.throwIfAny()
    guard let span else { throw refusals }
    return (chosen, span)
  }

  func fields(_ offered: [String], _ refusals: Refusals) -> HTML {
    """
    \(Select(
      Field("class", "Class", error: refusals["class"]),
      [Choice("", offered.isEmpty ? "No pupil is in a class yet" : "Choose a class")] + offered.map { Choice($0, $0) },
      selected: name))\
    \(TextInput(
      Field("other", "Another class", hint: "If no pupil is in it yet. Write it as your pupil list does.", isOptional: true),
      value: other, width: .short))\
    <div class="side-by-side">\
    \(DateInput(Field("from", "First day", hint: DateInput.hint, error: refusals["from"]), value: from))\
    \(DateInput(
      Field("until", "Last day", hint: "Leave empty while they teach it.", error: refusals["until"], isOptional: true),
      value: until))</div>
    """
  }
}
