import Domain
import Store

/// The roll as names in tables are looked up in it: folded once, asked many times.
struct RollNames {
  struct Entry {
    let pupil: Pupil
    let year: YearGroup
    let className: String?
    /// What the child is called and is named, folded, the called name first.
    let forenames: [String]
    let surname: String
    /// `r` of `Aidan O'Rourke`, `bj` of `Bell-Jones`.
    let initials: String

    func isHere(during span: Span) -> Bool { Span(pupil.joinedOn, pupil.leftOn)?.overlaps(span) ?? false }

    /// `Amina Hussain (Year 3, 3B)`.
    var words: String { "\(pupil.fullName) (\([year.name, className].compactMap(\.self).joined(separator: ", ")))" }
  }

  let entries: [Entry]
  private let placesByID: [ID<Pupil>: Int]
  private let placesByUPN: [UPN: Int]
  /// By the whole name, either way round.
  private let placesByName: [String: Set<Int>]

  /// Everybody who is or was on the roll, with their year and class on `day` or on the day of theirs that is nearest to it.
  init(_ kept: [KeptPupil], on day: Day) {
    entries = kept.map { kept in
      let pupil = kept.pupil
      let day = max(pupil.joinedOn, min(pupil.leftOn ?? day, day))
      var forenames: [String] = []
      for name in [pupil.calledName, pupil.forename, String(pupil.forename.prefix { !$0.isWhitespace })] {
        let folded = Folding.fold(name)
        if !forenames.contains(folded) { forenames.append(folded) }
      }
      let surname = Folding.fold(pupil.surname)
      return Entry(
        pupil: pupil, year: pupil.year(on: day), className: kept.facts.className(on: day),
        forenames: forenames, surname: surname,
        initials: surname.split(separator: " ").compactMap { $0.first.map(String.init) }.joined())
    }
    var byName: [String: Set<Int>] = [:]
    for (place, entry) in entries.enumerated() {
      for forename in entry.forenames {
        byName["\(forename) \(entry.surname)", default: []].insert(place)
        byName["\(entry.surname) \(forename)", default: []].insert(place)
      }
    }
    placesByName = byName
    placesByID = Dictionary(entries.enumerated().map { ($1.pupil.id, $0) }) { first, _ in first }
    placesByUPN = Dictionary(
      entries.enumerated().compactMap { place, entry in entry.pupil.upn.map { ($0, place) } }
    ) { first, _ in first }
  }

  func entry(_ id: ID<Pupil>) -> Entry? { placesByID[id].map { entries[$0] } }
  /// The only one of this whole name who is here then; nil where there are several, or none.
  func entry(named words: [String], bornOn birthDay: Day?, className: String?, during span: Span) -> Entry? {
    let places = placesByName[words.joined(separator: " "), default: []].filter { place in
      entries[place].isHere(during: span) && (birthDay == nil || entries[place].pupil.birthDay == birthDay)
    }
    guard places.count == 1, let entry = places.first.map({ entries[$0] }) else { return nil }
    return className == nil || Folding.fold(entry.className ?? "") == Folding.fold(className!) ? entry : nil
  }

  func entry(_ upn: UPN) -> Entry? { placesByUPN[upn].map { entries[$0] } }
}
