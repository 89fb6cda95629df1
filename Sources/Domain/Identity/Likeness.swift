/// How alike two texts are.
package enum Likeness {
  /// Letters to add, drop, change or swap (Damerau–Levenshtein, optimal string alignment); more than `most` is `most + 1`.
  package static func distance(_ left: String, _ right: String, atMost most: Int) -> Int {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    if abs(left.count - right.count) > most { return most + 1 }
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var before: [Int] = []
    var last = Array(0...right.count)
    for i in 1...left.count {
      var row = [i] + Array(repeating: 0, count: right.count)
      for j in 1...right.count {
        let cost = left[i - 1] == right[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          row[j] = min(row[j], before[j - 2] + 1)
        }
      }
      if row.min()! > most { return most + 1 }
      (before, last) = (last, row)
    }
    return last[right.count]
  }

  /// From 0 to 100: how much of the words' pairs of letters two names share (Dice's coefficient).
  package static func percent(_ left: String, _ right: String) -> Int {
    let (left, right) = (pairs(Folding.fold(left)), pairs(Folding.fold(right)))
    if left.isEmpty || right.isEmpty { return 0 }
    var rest = right
    var shared = 0
    for pair in left {
      if let place = rest.firstIndex(of: pair) {
        rest.remove(at: place)
        shared += 1
      }
    }
    return 200 * shared / (left.count + right.count)
  }

  private static func pairs(_ text: String) -> [String] {
    text.split(separator: " ").flatMap { word -> [String] in
      let letters = Array(word)
      if letters.count < 2 { return [String(word)] }
      return (1..<letters.count).map { String(letters[($0 - 1)...$0]) }
    }
  }
}
