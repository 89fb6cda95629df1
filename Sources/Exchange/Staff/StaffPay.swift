import Domain

/// What a file says of somebody's pay, or of a role's: a rate, or a contract that comes to one.
struct StatedRate: Sendable, Hashable {
  let row: Int
  let rate: Rate
  /// From when; nil: the file does not say.
  let from: Day?
  let source: String?
}

/// What an amount of pay in a file is for.
enum PayBasis: Hashable {
  /// What an hour, a minute … costs.
  case rate(RateBasis)
  /// Pay of a year, to which the employer's pension and National Insurance are added.
  case salary
  /// All that a year costs.
  case fullCost
  /// Pay of an hour that is paid, as pay scales have it, of a contract with paid weeks.
  case paidHour

  /// `hour`, `weekly hour of 38 weeks`, `salary`, `salary with on-costs`, `paid hour` … Nil for anything else.
  init?(typed text: String) {
    let folded = " \(Folding.fold(text)) ".replacing(" p a ", with: " pa ").trimmingPrefix(" ").dropLast()
    let words = Set(folded.split(separator: " ").map(String.init))
    let isSalary =
      ["salary", "salaried", "pa"].contains { words.contains($0) } || folded.contains("per annum")
      || ["annual", "annual pay", "gross pay", "year", "per year", "yearly", "a year"].contains(folded)
    let isFull =
      folded.contains("on cost") || folded.contains("oncost") || folded.contains("total cost")
      || ["annual cost", "cost of the year", "cost to the school", "full cost"].contains(folded)
    if isFull {
      self = .fullCost
    } else if isSalary {
      self = .salary
    } else if words.contains("paid") || ["hourly pay", "pay per hour", "scale hour"].contains(folded) {
      self = .paidHour
    } else if let basis = RateBasis(typed: text) {
      self = .rate(basis)
    } else {
      return nil
    }
  }
}
