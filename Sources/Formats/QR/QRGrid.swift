/// The square itself: patterns that a reader finds it by, the codewords in their zigzag, the mask that reads best.
struct QRGrid {
  private let version: QRVersion
  private let size: Int
  private(set) var modules: [[Bool]]
  private var isFixed: [[Bool]]

  init(_ version: QRVersion) {
    self.version = version
    size = version.size
    modules = Array(repeating: Array(repeating: false, count: size), count: size)
    isFixed = modules
  }

  mutating func drawFunctionPatterns() {
    for place in 0..<size {
      fix(6, place, place % 2 == 0)
      fix(place, 6, place % 2 == 0)
    }
    for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] { drawFinder(x, y) }
    let places = alignment
    for (row, y) in places.enumerated() {
      for (column, x) in places.enumerated() {
        let last = places.count - 1
        if (row, column) == (0, 0) || (row, column) == (0, last) || (row, column) == (last, 0) { continue }
        drawAlignment(x, y)
      }
    }
    drawFormat(mask: 0)
    drawVersion()
  }

  /// From the lower right corner upwards and down again in columns of two, left out column 6.
  mutating func place(_ codewords: [UInt8], mask: Int) {
    var bit = 0
    for right in stride(from: size - 1, through: 1, by: -2).map({ $0 <= 6 ? $0 - 1 : $0 }) {
      for step in 0..<size {
        for x in [right, right - 1] {
          let isUpward = (right + 1) & 2 == 0
          let y = isUpward ? size - 1 - step : step
          if isFixed[y][x] { continue }
          var isDark = false
          if bit < codewords.count * 8 { isDark = codewords[bit / 8] >> UInt8(7 - bit % 8) & 1 == 1 }
          bit += 1
          modules[y][x] = isDark != QRGrid.isMasked(mask, x, y)
        }
      }
    }
  }

  /// Level M and the mask, twice, with their own correction: ISO/IEC 18004:2015, annex C.
  mutating func drawFormat(mask: Int) {
    let data = 0b00 << 3 | mask
    var remainder = data
    for _ in 0..<10 { remainder = remainder << 1 ^ (remainder >> 9) * 0x537 }
    let bits = (data << 10 | remainder) ^ 0x5412
    func isDark(_ place: Int) -> Bool { bits >> place & 1 == 1 }
    for place in 0...5 { fix(8, place, isDark(place)) }
    fix(8, 7, isDark(6))
    fix(8, 8, isDark(7))
    fix(7, 8, isDark(8))
    for place in 9..<15 { fix(14 - place, 8, isDark(place)) }
    for place in 0..<8 { fix(size - 1 - place, 8, isDark(place)) }
    for place in 8..<15 { fix(8, size - 15 + place, isDark(place)) }
    fix(8, size - 8, true)
  }

  /// From version 7 on the version stands beside two finders: annex D.
  private mutating func drawVersion() {
    if version.number < 7 { return }
    var remainder = version.number
    for _ in 0..<12 { remainder = remainder << 1 ^ (remainder >> 11) * 0x1F25 }
    let bits = version.number << 12 | remainder
    for place in 0..<18 {
      let isDark = bits >> place & 1 == 1
      fix(size - 11 + place % 3, place / 3, isDark)
      fix(place / 3, size - 11 + place % 3, isDark)
    }
  }

  private mutating func drawFinder(_ x: Int, _ y: Int) {
    for down in -4...4 {
      for across in -4...4 {
        let ring = max(abs(across), abs(down))
        let (column, row) = (x + across, y + down)
        if (0..<size).contains(column), (0..<size).contains(row) { fix(column, row, ring != 2 && ring != 4) }
      }
    }
  }

  private mutating func drawAlignment(_ x: Int, _ y: Int) {
    for down in -2...2 {
      for across in -2...2 { fix(x + across, y + down, max(abs(across), abs(down)) != 1) }
    }
  }

  /// Where alignment patterns stand in rows and columns: annex E.
  private var alignment: [Int] {
    if version.number == 1 { return [] }
    let count = version.number / 7 + 2
    let step = (version.number * 4 + count * 2 + 1) / (count * 2 - 2) * 2
    return [6] + (0..<count - 1).map { size - 7 - $0 * step }.reversed()
  }

  private mutating func fix(_ x: Int, _ y: Int, _ isDark: Bool) {
    modules[y][x] = isDark
    isFixed[y][x] = true
  }

  private static func isMasked(_ mask: Int, _ x: Int, _ y: Int) -> Bool {
    switch mask {
    case 0: (x + y) % 2 == 0
    case 1: y % 2 == 0
    case 2: x % 3 == 0
    case 3: (x + y) % 3 == 0
    case 4: (x / 3 + y / 2) % 2 == 0
    case 5: x * y % 2 + x * y % 3 == 0
    case 6: (x * y % 2 + x * y % 3) % 2 == 0
    default: ((x + y) % 2 + x * y % 3) % 2 == 0
    }
  }
}

extension QRGrid {
  /// How badly it reads, by the four features of the standard's 7.8.3.
  var penalty: Int {
    let columns = (0..<size).map { x in (0..<size).map { modules[$0][x] } }
    let lines = modules + columns
    return lines.reduce(0) { $0 + QRGrid.runs($1) + QRGrid.finderLike($1) } + squares + imbalance
  }

  private static func runs(_ line: [Bool]) -> Int {
    var (penalty, length) = (0, 1)
    for index in 1...line.count {
      if index < line.count, line[index] == line[index - 1] {
        length += 1
      } else {
        if length >= 5 { penalty += length - 2 }
        length = 1
      }
    }
    return penalty
  }

  private static func finderLike(_ line: [Bool]) -> Int {
    let core = [true, false, true, true, true, false, true]
    var penalty = 0
    for start in 0...line.count - 7 where Array(line[start..<start + 7]) == core {
      let before = (start - 4..<start).allSatisfy { $0 < 0 || !line[$0] }
      let after = (start + 7..<start + 11).allSatisfy { $0 >= line.count || !line[$0] }
      penalty += (before ? 40 : 0) + (after ? 40 : 0)
    }
    return penalty
  }

  private var squares: Int {
    var count = 0
    for y in 1..<size {
      for x in 1..<size {
        let one = modules[y][x]
        if modules[y - 1][x] == one, modules[y][x - 1] == one, modules[y - 1][x - 1] == one { count += 1 }
      }
    }
    return count * 3
  }

  private var imbalance: Int {
    let dark = modules.reduce(0) { $0 + $1.count { $0 } }
    return abs(dark * 20 - size * size * 10) / (size * size) * 10
  }
}
