/// Something that an organisation of the demonstration may provide.
struct ProvisionPlan {
  let title: String
  /// What happens, with whom and how; `{place}` stands for a locality's name.
  let description: String
  /// Short names of cells: the strand's letters and the level's number, such as `FS1`, `ID2` or `IN3`.
  let cells: [String]
  let specialisms: [String]
  /// Who may provide it.
  let sectors: [String]
  let audience: String
  let ages: ClosedRange<Int>
  let frequency: String
  /// Children reached in a year.
  let reach: ClosedRange<Int>

  init(
    _ title: String, _ description: String, _ cells: [String], _ specialisms: [String], _ sectors: [String],
    _ audience: String, _ ages: ClosedRange<Int>, _ frequency: String, _ reach: ClosedRange<Int>
  ) {
    self.title = title
    self.description = description
    self.cells = cells
    self.specialisms = specialisms
    self.sectors = sectors
    self.audience = audience
    self.ages = ages
    self.frequency = frequency
    self.reach = reach
  }
}

extension ProvisionPlan {
  /// All of it, invented: no service, school or charity is meant.
  static let all: [ProvisionPlan] = speechAround + speechForChildren + occupational + mentalHealth
}
