/// SEN provision as the school census codes it (DfE common basic data set).
package enum SENStatus: String, CaseIterable, Hashable, Sendable {
  case none = "N"
  case support = "K"
  case plan = "E"

  package var name: String {
    switch self {
    case .none: "No SEN"
    case .support: "SEN support"
    case .plan: "EHC plan"
    }
  }

  /// Reads the codes, the retired ones (School Action A and Plus P became K, statement S became E) and the words that
  /// schools' systems write, with the code before or after them too: `E - EHC plan`, `SEN support (K)`. Nil for anything
  /// else; a blank is nil too, because a blank changes nothing.
  package init?(typed text: String) {
    let folded = text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "+" }
    if let status = SENStatus.written[folded] {
      self = status
      return
    }
    guard let first = folded.first, let last = folded.last,
      let status = SENStatus.written[String(folded.dropFirst())].flatMap({
        $0 == SENStatus.written[String(first)] ? $0 : nil
      })
        ?? SENStatus.written[String(folded.dropLast())].flatMap({ $0 == SENStatus.written[String(last)] ? $0 : nil })
    else { return nil }
    self = status
  }

  private static let written: [String: SENStatus] = {
    let words: [SENStatus: String] = [
      .none: """
      n none no nosen nosenstatus nospecialeducationalneed nospecialeducationalneeds monitoring notsen nosenprovision
      nosensupport nosend notsend nospecifiedsen nospecifiedsend noidentifiedsen nosenidentified
      nosenrecorded noneidentified nonspecified nosenneed nosenneeds 0
      """,
      .support: """
      k sensupport support senk sens sen send sendsupport sensupportwithoutehcplan sensupportnoehcp schoolsupport a p sa sa+ sap schoolaction schoolactionplus
      schoolaction+ senspecialeducationalneedssupport specialeducationalneedssupport
      """,
      .plan: """
      e ehcp ehcps ehc ehcplan plan sene educationhealthandcareplan educationhealthcareplan educationhealthandcare s statement
      statemented statementofsen statementofspecialeducationalneeds
      """,
    ]
    return Dictionary(
      uniqueKeysWithValues: words.flatMap { status, words in
        words.split(whereSeparator: \.isWhitespace).map { (String($0), status) }
      })
  }()
}

package struct AreaOfNeed: Hashable, Sendable {
  package let code: String
  package let name: String

  /// The four broad areas of need (SEND Code of Practice 2015, 6.28 to 6.35).
  package static let all = [
    AreaOfNeed(code: "CI", name: "Communication and interaction"),
    AreaOfNeed(code: "CL", name: "Cognition and learning"),
    AreaOfNeed(code: "SEMH", name: "Social, emotional and mental health"),
    AreaOfNeed(code: "SP", name: "Sensory and physical"),
  ]

  package static func named(_ code: String) -> AreaOfNeed? { all.first { $0.code == code } }
}

/// A type of need as the school census codes it.
package struct NeedType: Hashable, Sendable {
  package let code: String
  package let name: String
  /// The area of need; nil for those that belong to none.
  package let area: String?

  /// DfE common basic data set, SEN type, with Down syndrome added for 2024/25.
  package static let all = [
    NeedType(code: "SPLD", name: "Specific learning difficulty", area: "CL"),
    NeedType(code: "MLD", name: "Moderate learning difficulty", area: "CL"),
    NeedType(code: "SLD", name: "Severe learning difficulty", area: "CL"),
    NeedType(code: "PMLD", name: "Profound and multiple learning difficulty", area: "CL"),
    NeedType(code: "SEMH", name: "Social, emotional and mental health", area: "SEMH"),
    NeedType(code: "SLCN", name: "Speech, language and communication needs", area: "CI"),
    NeedType(code: "HI", name: "Hearing impairment", area: "SP"),
    NeedType(code: "VI", name: "Vision impairment", area: "SP"),
    NeedType(code: "MSI", name: "Multi-sensory impairment", area: "SP"),
    NeedType(code: "PD", name: "Physical disability", area: "SP"),
    NeedType(code: "ASD", name: "Autistic spectrum disorder", area: "CI"),
    NeedType(code: "DS", name: "Down syndrome", area: nil),
    NeedType(code: "OTH", name: "Other difficulty or disability", area: nil),
    NeedType(code: "NSA", name: "SEN support but no specialist assessment of type of need", area: nil),
  ]

  package static func coded(_ code: String) -> NeedType? { all.first { $0.code == code } }

  /// Reads a code, a retired code (BESD became SEMH) or the name as schools' systems write it, with the code before or
  /// after it too. Nil for anything else.
  package init?(typed text: String) {
    let folded = NeedType.folded(text)
    guard let type = NeedType.written(folded) ?? NeedType.writtenWithCode(folded) else { return nil }
    self = type
  }

  /// The type that these letters, small and without spaces and marks, are a code or a name of: `slcn`, `hearingimpairment`.
  package static func written(_ folded: String) -> NeedType? { byLetters[folded] }

  private static let byLetters: [String: NeedType] = {
    var types = otherWords.compactMapValues(coded)
    for type in all {
      types[type.code.lowercased()] = type
      types[folded(type.name)] = type
    }
    return types
  }()

  private static func writtenWithCode(_ folded: String) -> NeedType? {
    all.first { type in
      let code = type.code.lowercased()
      return (folded.hasPrefix(code) && written(String(folded.dropFirst(code.count))) == type)
        || (folded.hasSuffix(code) && written(String(folded.dropLast(code.count))) == type)
    }
  }

  private static let otherWords = [
    "besd": "SEMH", "behaviouremotionalandsocialdifficulties": "SEMH",
    "behaviouremotionalandsocialdifficulty": "SEMH", "socialemotionalandmentalhealthneeds": "SEMH",
    "socialemotionalandmentalhealthdifficulties": "SEMH", "socialemotionalmentalhealth": "SEMH", "autism": "ASD",
    "asc": "ASD", "autisticspectrumcondition": "ASD", "autismspectrumcondition": "ASD",
    "autismspectrumdisorder": "ASD", "dyslexia": "SPLD", "specificlearningdifficulties": "SPLD",
    "moderatelearningdifficulties": "MLD", "severelearningdifficulties": "SLD",
    "profoundandmultiplelearningdifficulties": "PMLD", "profoundmultiplelearningdifficulty": "PMLD",
    "visualimpairment": "VI", "hearing": "HI", "downssyndrome": "DS", "speechlanguageandcommunication": "SLCN",
    "speechlanguageandcommunicationneed": "SLCN", "speechlanguageorcommunicationneeds": "SLCN",
    "speechlanguagecommunicationneeds": "SLCN", "speechandlanguage": "SLCN", "multisensoryimpairment": "MSI",
    "other": "OTH", "otherdifficultydisability": "OTH", "otherdifficulty": "OTH", "otherdisability": "OTH",
    "nospecialistassessment": "NSA", "sensupportbutnospecialistassessment": "NSA", "physical": "PD",
    "speechlanguage": "SLCN", "speechlanguagecommunication": "SLCN", "speechandlanguageneeds": "SLCN",
    "speechandlanguagedifficulties": "SLCN", "speechlanguageandcommunicationdifficulties": "SLCN",
    "speechlanguageandcommunicationdifficulty": "SLCN", "autistic": "ASD", "autisticspectrum": "ASD",
    "autismspectrum": "ASD", "autisticspectrumdisorders": "ASD", "autismspectrumdisorders": "ASD",
    "autisticspectrumconditions": "ASD", "autismspectrumconditions": "ASD",
    "socialemotionalmentalhealthneeds": "SEMH", "socialemotionalmentalhealthdifficulties": "SEMH",
    "behaviouralemotionalandsocialdifficulties": "SEMH", "hearingloss": "HI", "visual": "VI",
    "multisensory": "MSI", "physicaldisabilities": "PD", "physicaldifficulties": "PD", "physicaldifficulty": "PD",
    "specificlearning": "SPLD", "moderatelearning": "MLD", "severelearning": "SLD",
    "profoundmultiplelearningdifficulties": "PMLD", "profoundandmultiplelearning": "PMLD", "downs": "DS",
  ]

  private init(code: String, name: String, area: String?) {
    self.code = code
    self.name = name
    self.area = area
  }

  private static func folded(_ text: String) -> String { text.lowercased().filter(\.isLetter) }
}

/// One need of a pupil: rank 1 is the primary need.
package struct RankedNeed: Hashable, Sendable {
  package let type: NeedType
  package let rank: Int

  package init(type: NeedType, rank: Int) {
    self.type = type
    self.rank = rank
  }
}
