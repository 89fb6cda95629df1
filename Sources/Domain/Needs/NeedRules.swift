extension NeedType {
  /// "SEN support but no specialist assessment": goes with SEN support only (DfE common basic data set).
  package static let notAssessed = coded("NSA")!

  /// For narrow lists, with its code: `Speech, language (SLCN)`.
  package var shortName: String {
    let words = [
      "SPLD": "Specific learning", "MLD": "Moderate learning", "SLD": "Severe learning", "PMLD": "Profound, multiple",
      "SEMH": "Emotional, mental", "SLCN": "Speech, language", "HI": "Hearing", "VI": "Vision", "MSI": "Multi-sensory",
      "PD": "Physical", "ASD": "Autism", "DS": "Down syndrome", "OTH": "Other", "NSA": "Not assessed",
    ]
    return "\(words[code] ?? name) (\(code))"
  }
}

extension [RankedNeed] {
  /// The needs in the order of their ranks.
  package var ranked: [RankedNeed] { sorted { ($0.rank, $0.type.code) < ($1.rank, $1.type.code) } }

  /// `SLCN, MLD`: narrow columns, in the order of their ranks.
  package var codes: String { ranked.map(\.type.code).joined(separator: ", ") }

  /// `Speech, language and communication needs; Moderate learning difficulty`.
  package var names: String { ranked.map(\.type.name).joined(separator: "; ") }

  /// Why this list cannot stand beside `status`: a type twice, no primary need or two, NSA without SEN support.
  package func refuseUnlessSound(with status: SENStatus) throws {
    var refusals = Refusals()
    var seen: Set<NeedType> = []
    for need in self where !seen.insert(need.type).inserted {
      refusals.add("“\(need.type.name)” stands in the list twice.", field: "needs")
    }
    if !isEmpty, filter({ $0.rank == 1 }).count != 1 {
      refusals.add("One need, and only one, is the primary need: give it rank 1.", field: "needs")
    }
    if contains(where: { !(1...99).contains($0.rank) }) {
      refusals.add("A rank is a whole number from 1.", field: "needs")
    }
    if contains(where: { $0.type == .notAssessed }), status != .support {
      refusals.add(
        "“\(NeedType.notAssessed.name)” goes with SEN support only. Choose the type that was assessed.", field: "needs")
    }
    try refusals.throwIfAny()
  }
}
