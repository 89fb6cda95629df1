import Domain
import Exchange

/// What the form of a preview says: answers, offers that were taken, who left, and whether to go on without what is
/// refused.
struct ImportAnswers: Sendable {
  /// By the keys of what was asked or offered.
  private(set) var answers: [String: String] = [:]
  /// Ids of those who are ticked as having left.
  private(set) var left: Set<String> = []
  /// Whether all who are missing from the file have left.
  private(set) var allLeft = false
  /// Their last day, as it was typed.
  private(set) var leftOn = ""
  /// By id, as it was typed: the last day of those for whom it was another.
  private(set) var ownLastDays: [String: String] = [:]
  private(set) var skipsRefused = false

  /// The name of the field of a question or an offer.
  static func field(_ key: String) -> String { "answer:\(key)" }

  private static let ownLastDay = "left-on:"
  /// The name of the field of one leaver's own last day.
  static func lastDayField(_ id: String) -> String { ownLastDay + id }

  init(_ form: SentForm) {
    for field in form.fields where field.name.hasPrefix("answer:") && !field.value.isEmpty {
      answers[String(field.name.dropFirst("answer:".count))] = field.value
    }
    for field in form.fields where field.name.hasPrefix(Self.ownLastDay) {
      ownLastDays[String(field.name.dropFirst(Self.ownLastDay.count))] = field.value.trimmingSpaces.nilIfEmpty
    }
    left = Set(form.all("left"))
    allLeft = form.has("all-left")
    leftOn = form.typed("left-on")
    skipsRefused = form.has("skip-refused")
  }

  /// Over what was answered before: the form decides on what it has shown, and answers to what it has not shown stay.
  init(_ form: SentForm, over kept: [String: String], _ shown: ShownImport) {
    self.init(form)
    let preview = shown.preview
    let drawn = Set(
      shown.questions.map(\.key) + preview.matches.map(\.key) + preview.names.map(\.key)
        + (preview.new + preview.changed).flatMap(\.offers).map(\.key))
    for (key, answer) in ImportAnswers(kept: kept).answers where !drawn.contains(key) && answers[key] == nil {
      answers[key] = answer
    }
    // A name that is left as it stands is no answer: it may still be read better.
    for name in preview.names where answers[name.key] == name.name && ImportAnswers(kept: kept).answers[name.key] == nil
    {
      answers[name.key] = nil
    }
  }

  init(kept: [String: String]) {
    self.init(
      SentForm(
        kept.flatMap { name, value in
          name == "left" ? value.split(separator: " ").map { SentForm.Field("left", String($0)) } : [.init(name, value)]
        }))
  }

  /// To be kept with the file.
  var kept: [String: String] {
    var kept = Dictionary(uniqueKeysWithValues: answers.map { (Self.field($0), $1) })
    if !left.isEmpty { kept["left"] = left.sorted().joined(separator: " ") }
    if allLeft { kept["all-left"] = "yes" }
    if !leftOn.isEmpty { kept["left-on"] = leftOn }
    for (id, day) in ownLastDays { kept[Self.lastDayField(id)] = day }
    if skipsRefused { kept["skip-refused"] = "yes" }
    return kept
  }

  /// Takes everything that is offered.
  mutating func takeAll(_ preview: Exchange.ImportPreview) {
    for offer in (preview.new + preview.changed).flatMap(\.offers) { answers[offer.key] = offer.what }
  }

  /// With their last day: their own where one is typed, else that of all. Refuses who is ticked without a day, and a day of
  /// somebody who is not ticked: it may be a tick that was forgotten.
  func leavers(of preview: Exchange.ImportPreview) throws -> [ID<Pupil>: Day] {
    let ids = allLeft ? preview.missing.compactMap(\.id) : left.sorted()
    var refusals = Refusals()
    var days: [ID<Pupil>: Day] = [:]
    for id in ids {
      let field = ownLastDays[id] == nil ? "left-on" : Self.lastDayField(id)
      let typed = ownLastDays[id] ?? leftOn
      if let day = Day(typed: typed), let pupil = ID<Pupil>(id) {
        days[pupil] = day
      } else if refusals[field] == nil {
        refusals.add(
          typed.isEmpty
            ? "Say on which day those who left were last here." : "Write the last day as 17 July 2026 or 17/07/2026.",
          field: field)
      }
    }
    for id in ownLastDays.keys.sorted() where !ids.contains(id) && preview.missing.contains(where: { $0.id == id }) {
      let sentence = "A last day is written here. Tick “Has left” too, or take the day out."
      refusals.add(sentence, field: Self.lastDayField(id))
    }
    if !refusals.isEmpty { throw refusals }
    return days
  }
}
