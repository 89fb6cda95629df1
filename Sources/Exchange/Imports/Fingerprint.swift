/// A short text that differs when what was compared differs: so that what is committed is what was shown. It guards
/// against colleagues working at the same time, not against anybody who would forge it.
struct Fingerprint {
  // FNV-1a, twice with different starts (Fowler, Noll, Vo; RFC 9923).
  private var first: UInt64 = 0xcbf2_9ce4_8422_2325
  private var second: UInt64 = 0x9e37_79b9_7f4a_7c15

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0xFF)
  }

  mutating func add(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    for _ in 0..<8 {
      add(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// 32 hexadecimal digits.
  var text: String {
    [first, second].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  private mutating func add(_ byte: UInt8) {
    first = (first ^ UInt64(byte)) &* 0x100_0000_01b3
    second = (second ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}

extension Fingerprint {
  /// Of everything that a preview says but for what is only listed.
  init(of preview: ImportPreview) {
    for item in preview.new + preview.changed + preview.unchanged {
      add(item.row ?? -1)
      add(item.id ?? "")
      add(item.what)
      for change in item.changes {
        add(change.field)
        add(change.from ?? "")
        add(change.to ?? "")
        add(change.begins ?? "")
      }
    }
    for item in preview.unsure {
      add(item.key)
      for candidate in item.candidates { add(candidate.id) }
    }
    for cell in preview.refused { add(cell.row) }
  }
}
