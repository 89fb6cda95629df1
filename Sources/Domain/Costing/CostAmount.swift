/// A sum of whole-penny parts: money, staff minutes, and the lines that it could not price. Amounts add up; people,
/// counted once, do not, and are counted elsewhere.
package struct CostAmount: Hashable, Sendable {
  package private(set) var pence: Pence = .zero
  package private(set) var minutes = 0
  /// Lines of which some part has no rate, each once. The minutes of such parts are counted; their money is missing, and
  /// who shows the sum says so.
  package private(set) var unpriced: [UnpricedLine] = []

  package init() {}

  package var isComplete: Bool { unpriced.isEmpty }

  /// `£80.27`; `not priced`; `£80.27, and more that is not priced`.
  package var words: String {
    if isComplete { return pence.words }
    return pence == .zero ? "not priced" : "\(pence.words), and more that is not priced"
  }

  package mutating func add(_ share: CostLine.Share, of line: CostLine) {
    minutes += share.minutes
    if let priced = share.pence { pence += priced } else { name(line) }
  }

  package static func + (left: CostAmount, right: CostAmount) -> CostAmount {
    var sum = left
    sum.pence += right.pence
    sum.minutes += right.minutes
    sum.unpriced += right.unpriced.filter { !left.unpriced.contains($0) }
    return sum
  }

  /// What is still to come when `right` is the part to date of `left`; it names the lines that `left` names.
  package static func - (left: CostAmount, right: CostAmount) -> CostAmount {
    var rest = left
    rest.pence -= right.pence
    rest.minutes -= right.minutes
    return rest
  }

  private mutating func name(_ line: CostLine) {
    guard let day = line.unpricedFrom else { return }
    let named = UnpricedLine(group: line.group, source: line.source, from: day)
    if !unpriced.contains(named) { unpriced.append(named) }
  }
}

/// A line that has no rate from a day on.
package struct UnpricedLine: Hashable, Sendable {
  package let group: ID<Group>
  package let source: CostLine.Source
  package let from: Day
}

extension Sequence where Element == GroupCosting {
  package var total: CostAmount {
    var total = CostAmount()
    forEachShare { total.add($1, of: $0) }
    return total
  }

  /// Sums every part of every line under the key that it stands under: its pupil, its year group, its stream, the heading
  /// of its group, the role of its adult. Parts for which `key` answers nil are left out.
  package func totals<Key: Hashable>(by key: (CostLine, CostLine.Share) -> Key?) -> [Key: CostAmount] {
    var totals: [Key: CostAmount] = [:]
    forEachShare { line, share in
      if let key = key(line, share) { totals[key, default: CostAmount()].add(share, of: line) }
    }
    return totals
  }

  /// By pupil; nil is "no pupil".
  package var byPupil: [ID<Pupil>?: CostAmount] { totals { .some($1.pupil) } }
  /// By year group; nil is "whole school".
  package var byYear: [YearGroup?: CostAmount] { totals { .some($1.year) } }
  /// By funding stream; nil is "none".
  package var byStream: [ID<FundingStream>?: CostAmount] { totals { .some($1.stream) } }
  /// By the role of the adult; nil is everything that was bought.
  package var byRole: [ID<PayRole>?: CostAmount] {
    totals { line, _ in
      if case .adult(_, let role) = line.source { .some(role) } else { .some(nil) }
    }
  }

  private func forEachShare(_ body: (CostLine, CostLine.Share) -> Void) {
    for group in self {
      for line in group.lines {
        for stretch in line.stretches {
          for share in stretch.shares { body(line, share) }
        }
      }
    }
  }
}
