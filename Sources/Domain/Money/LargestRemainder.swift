extension Int {
  /// Divides a whole amount (pence, minutes) by weight so that the parts add up to it: each part is rounded down, and
  /// what is left over goes, one by one, to the parts that lost most, equal losses in the order of `weights`. Hand the
  /// weights over in the order of the pupils' ids, which never change.
  ///
  /// Not less than 0. With no weights there are no parts; weights that are all 0 count as equal.
  package func divided(by weights: [Int]) -> [Int] {
    guard let first = weights.first else { return [] }
    if weights.allSatisfy({ $0 == first }) { return divided(evenlyAmong: weights.count) }
    let whole = weights.reduce(0, +)
    var parts: [Int] = []
    var losses: [(loss: Int, index: Int)] = []
    parts.reserveCapacity(weights.count)
    losses.reserveCapacity(weights.count)
    var left = self
    for (index, weight) in weights.enumerated() {
      let (part, loss) = whole.dividingFullWidth(multipliedFullWidth(by: weight))
      parts.append(part)
      losses.append((loss, index))
      left -= part
    }
    losses.sort { $0.loss != $1.loss ? $0.loss > $1.loss : $0.index < $1.index }
    for (_, index) in losses.prefix(left) { parts[index] += 1 }
    return parts
  }

  private func divided(evenlyAmong count: Int) -> [Int] {
    let (part, left) = quotientAndRemainder(dividingBy: count)
    return (0..<count).map { $0 < left ? part + 1 : part }
  }
}
