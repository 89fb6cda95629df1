/// Good entries of each specialism's own, to show what is meant.
enum StandardExamples {
  static func of(_ specialism: String, _ strand: String, _ level: String) -> [String] {
    all[specialism]?["\(strand) \(level)"] ?? []
  }

  private static let all: [String: [String: [String]]] = [
    "slcn": [
      "family-support universal": [
        "Monthly “Time to talk” drop-in at three family hubs, open to all parents of under-fives; about 40 families a month."
      ],
      "intervention targeted": [
        "Vocabulary groups of four in Years 1 to 3, twice a week for twelve weeks, led by a trained teaching assistant."
      ],
    ]
  ]
}
