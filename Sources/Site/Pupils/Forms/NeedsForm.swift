import Components
import Domain
import Markup
import Store

/// The whole ranked list of needs: what holds from a day on, or the correction of what was recorded.
struct NeedsForm: PupilForm {
  /// Codes of types by rank; empty where none is chosen.
  var types: [String]
  var from: String
  var until: String
  let first: Day?

  static let part = PupilPart.needs
  static let most = 5
  private static let labels = ["Primary need", "Second need", "Third need", "Fourth need", "Fifth need"]

  init(_ record: PupilRecord, first: Day?) {
    let fact = first.flatMap(record.facts.needs.beginning)
    let needs = fact?.value ?? (first == nil ? record.facts.needs(on: record.day) : [])
    types = NeedsForm.padded(needs.ranked.map(\.type.code))
    from = fact.map(\.span.from.words) ?? record.day.words
    until = fact?.span.until?.words ?? ""
    self.first = first
  }

  init(_ sent: SentForm, first: Day?) {
    types = NeedsForm.padded((1...NeedsForm.most).map { sent.typed($0 == 1 ? "needs" : "need-\($0)") })
    from = sent.typed("from")
    until = sent.typed("until")
    self.first = first
  }

  var done: Done { first == nil ? .changed : .corrected }
  func title(_ record: PupilRecord) -> String { first == nil ? "Change needs" : "Correct needs" }
  func lede(_ record: PupilRecord) -> String? {
    "Now: \(now(record)). SEN status: \(record.status.name)"
  }

  func fields(_ record: PupilRecord, _ refusals: Refusals) -> HTML {
    """
    \(Fieldset(
      "Types of need", hint: "In order: the primary need first. What is not in the list ends the day before.",
      body: NeedsForm.selects(types, refusals)))\
    \(PupilFields.days(from: from, until: first == nil ? nil : until, refusals))
    """
  }

  /// One list for each rank, under the four areas of need.
  static func selects(_ types: [String], _ refusals: Refusals) -> HTML {
    let groups =
      AreaOfNeed.all.map { area in (area.name, NeedType.all.filter { $0.area == area.code }) }
      + [("Other", NeedType.all.filter { $0.area == nil })]
    return HTML.joined(
      types.enumerated().map { place, type in
        let name = place == 0 ? "needs" : "need-\(place + 1)"
        let none = Choice("", place == 0 ? "None" : "No \(labels[place].lowercasedFirst)")
        return Select(
          Field(name, labels[place], error: refusals[name], isOptional: place > 0),
          groups: [Select.Group(nil, [none])]
            + groups.map { Select.Group($0.0, $0.1.map { Choice($0.code, "\($0.name) (\($0.code))") }) },
          selected: type
        ).html
      })
  }

  func compared(_ record: PupilRecord) -> [Compared] {
    let typed = types.filter { !$0.isEmpty }.joined(separator: ", ")
    return [.init("Needs", now: now(record), typed: "\(typed.isEmpty ? "none" : typed) from \(from)")]
  }

  func perform(on record: PupilRecord, version: Int?, _ pupils: Pupils) throws {
    var refusals = Refusals()
    let needs = NeedsForm.needs(types, &refusals)
    let span = refusals.span(from, first == nil ? "" : until)
    guard let span, refusals.all.isEmpty else { throw refusals }
    if let first {
      try pupils.correct(record.pupil.id, factBeginningOn: first, to: .needs(needs, span), version: version)
    } else {
      try pupils.changeNeeds(record.pupil.id, to: needs, from: span.from, version: version)
    }
  }

  /// The list as it was chosen. A gap in it is closed, but the primary need must be named.
  static func needs(_ types: [String], _ refusals: inout Refusals) -> [RankedNeed] {
    let chosen = types.compactMap(NeedType.coded)
    if types.first?.isEmpty == true, !chosen.isEmpty {
      refusals.add("Choose the primary need first.", field: "needs")
    }
    return chosen.enumerated().map { RankedNeed(type: $1, rank: $0 + 1) }
  }

  private func now(_ record: PupilRecord) -> String {
    let needs = record.facts.needs(on: record.day)
    return needs.isEmpty ? "none recorded" : needs.names
  }

  private static func padded(_ types: [String]) -> [String] {
    types + Array(repeating: "", count: max(0, most - types.count))
  }
}
