/// A national curriculum year: Reception is 0, Year 1 is 1; the nursery years are below.
package struct YearGroup: Hashable, Comparable, Sendable, Strideable {
  package let number: Int

  package init(_ number: Int) { self.number = number }

  package static func < (left: YearGroup, right: YearGroup) -> Bool { left.number < right.number }
  package func distance(to other: YearGroup) -> Int { other.number - number }
  package func advanced(by years: Int) -> YearGroup { YearGroup(number + years) }

  /// The year of a child born on `birthDay` in the academic year that contains `day`: age on 31 August before it, less 4.
  package init(bornOn birthDay: Day, on day: Day) {
    let reference = AcademicYear(containing: day).start
    let (year, month, _) = birthDay.parts
    // On 31 August every birthday of that calendar year up to August has passed.
    number = reference - year - (month > 8 ? 1 : 0) - 4
  }

  /// `Year 3`, `Reception`, `Nursery 2`.
  package var name: String {
    switch number {
    case ..<(-4): "Under 2"
    case -4: "Early years 1"
    case -3: "Early years 2"
    case -2: "Nursery 1"
    case -1: "Nursery 2"
    case 0: "Reception"
    default: "Year \(number)"
    }
  }

  /// In narrow columns and files: `R`, `3`, `N2` (the codes of the national collections).
  package var code: String {
    switch number {
    case ..<(-4): "E0"
    case -4: "E1"
    case -3: "E2"
    case -2: "N1"
    case -1: "N2"
    case 0: "R"
    default: String(number)
    }
  }

  package var stage: KeyStage {
    switch number {
    case ...0: .earlyYears
    case 1...2: .ks1
    case 3...6: .ks2
    case 7...9: .ks3
    case 10...11: .ks4
    default: .ks5
    }
  }

  /// Reads what schools' systems and people write: `3`, `Y3`, `Year 3`, `Yr 3`, `Year  3 (Key stage 2)`, `R`, `Reception`,
  /// `N2`, `Nursery`, `FS2`. Nil for anything else.
  package init?(typed text: String) {
    let folded = text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" }
    let codes = [
      "e1": -4, "e2": -3, "n1": -2, "n2": -1, "n": -1, "nursery": -1, "fs1": -1, "f1": -1, "foundation1": -1,
      "yearn": -1, "preschool": -1, "r": 0, "yr": 0, "rec": 0, "reception": 0, "yearr": 0, "fs2": 0, "f2": 0,
      "foundation2": 0, "receptionyear": 0, "nursery1": -2, "nursery2": -1, "0": 0, "year0": 0, "-1": -1, "-2": -2,
    ]
    if let number = codes[folded] {
      self.init(number)
      return
    }
    var digits = folded[...]
    // A spreadsheet's number, as some programs write it out: 3.0.
    if text.hasSuffix(".0") { digits = digits.dropLast() }
    for prefix in ["ncyear", "nc", "curriculumyear", "yeargroup", "year", "yr", "y"] where digits.hasPrefix(prefix) {
      digits = digits.dropFirst(prefix.count)
      break
    }
    guard let number = Int(digits.prefix(2).prefix { $0.isNumber }), (1...14).contains(number),
      digits.drop(while: { $0.isNumber }).isEmpty || folded.contains("keystage")
    else { return nil }
    self.init(number)
  }
}

package enum KeyStage: String, CaseIterable, Hashable, Comparable, Sendable {
  case earlyYears = "EYFS"
  case ks1 = "KS1"
  case ks2 = "KS2"
  case ks3 = "KS3"
  case ks4 = "KS4"
  case ks5 = "KS5"

  package static func < (left: KeyStage, right: KeyStage) -> Bool { left.rank < right.rank }
  private var rank: Int { KeyStage.allCases.firstIndex(of: self)! }

  package var name: String { self == .earlyYears ? "Early years" : "Key stage \(rawValue.last!)" }
}
