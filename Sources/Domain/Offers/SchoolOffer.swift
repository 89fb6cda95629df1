/// What a school could offer to an area from its own map: a type of its catalogue that runs, as totals in which nobody can
/// be known. Fewer than five pupils are not offered, numbers are rounded to fives, and nothing confidential leaves the
/// school (DOMAIN "Privacy and safety"; docs/decisions/areas.md).
package struct SchoolOffer: Hashable, Sendable {
  /// Why something that runs is not offered.
  package enum Obstacle: Hashable, Sendable {
    case tooFew, confidential
    /// The catalogue does not say its strand or its level.
    case noPlace
    /// The area's framework has no such strand or level.
    case otherFramework

    package var sentence: String {
      switch self {
      case .tooFew: "Fewer than 5 pupils have it, so that somebody could be known."
      case .confidential: "It is confidential, and stays in the school."
      case .noPlace: "The catalogue does not say its strand and level yet."
      case .otherFramework: "The area’s framework has no such strand or level."
      }
    }
  }

  package let type: ProvisionType
  /// Pupils who have it in the year, to the nearest five, five at least.
  package let pupils: Int
  /// Hours of staff in the year, to the nearest five.
  package let hours: Int

  /// `pupils` and `minutes` are exact totals over the academic year.
  package static func made(
    of type: ProvisionType, pupils: Int, staffMinutes: Int, in framework: Framework
  ) -> Result<SchoolOffer, Obstacle.Reason> {
    if type.details.isConfidential { return .failure(.init(.confidential)) }
    if pupils < 5 { return .failure(.init(.tooFew)) }
    guard let strand = type.details.strand, let level = type.details.level else { return .failure(.init(.noPlace)) }
    if framework.place(strand: strand, level: level) == nil { return .failure(.init(.otherFramework)) }
    return .success(
      SchoolOffer(type: type, pupils: max(5, rounded(pupils)), hours: rounded((staffMinutes + 30) / 60)))
  }

  static func rounded(_ number: Int) -> Int { (number + 2) / 5 * 5 }

  /// As an entry of the area. `specialisms` are those that the project asks for, by their places.
  package func entry(
    in framework: Framework, specialisms: [(position: Int, key: String)], ages: ClosedRange<YearGroup>,
    locality: ID<Locality>?
  ) -> EntryDetails {
    var entry = EntryDetails(.provision)
    entry.title = type.name
    let about = type.details.description.nilIfEmpty ?? type.name
    let time = hours > 0 ? " About \(hours) hours of staff a year." : ""
    entry.description = about + (about.hasSuffix(".") ? "" : ".") + time
    if let strand = type.details.strand, let level = type.details.level,
      let cell = framework.place(strand: strand, level: level)
    {
      entry.cells.insert(cell)
    }
    for position in fitting(specialisms) { entry.specialisms.insert(position) }
    entry.audience =
      type.details.area.flatMap(AreaOfNeed.named).map { area in
        area.code == "SP" ? "Pupils with sensory or physical needs" : "Pupils with needs in \(area.name.lowercased())"
      } ?? ""
    entry.ageFrom = max(0, ages.lowerBound.number + 4)
    entry.ageUntil = min(25, ages.upperBound.number + 5)
    entry.frequency = type.details.minutes == nil ? "" : type.details.dosageWords
    entry.reach = pupils
    if let locality { entry.localities = [locality] }
    return entry
  }

  /// By the area of need; all that the project asks for where that says nothing.
  private func fitting(_ specialisms: [(position: Int, key: String)]) -> [Int] {
    let keys: Set<String> =
      switch type.details.area {
      case "CI": ["slcn", "send"]
      case "SP": ["ot", "pt", "send"]
      case "SEMH": ["mental-health", "send"]
      case "CL": ["send"]
      default: []
      }
    let fitting = specialisms.filter { keys.contains($0.key) }.map(\.position)
    return fitting.isEmpty ? specialisms.map(\.position) : fitting
  }
}

extension SchoolOffer.Obstacle {
  /// An obstacle as a failure.
  package struct Reason: Error, Hashable, Sendable {
    package let obstacle: SchoolOffer.Obstacle
    init(_ obstacle: SchoolOffer.Obstacle) { self.obstacle = obstacle }
  }
}

extension Framework {
  /// The cell of a catalogue's strand and level here, by the crosswalk where the level is another framework's.
  package func place(strand: Domain.Strand, level: String) -> Cell? {
    if let cell = cell(strand: strand.rawValue, level: level) { return cell }
    let standard = StandardFramework.fourLevels.first { $0.key == level }
    return standard.flatMap { cell(strand: strand.rawValue, level: $0.countsAs) }
  }
}
