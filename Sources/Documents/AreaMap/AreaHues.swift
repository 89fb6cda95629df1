/// The hues of the strands on paper and in spreadsheets: by position, as everywhere.
enum AreaHues {
  static let names = ["plum", "green", "ochre", "blue", "crimson"]
  private static let colours: [UInt32] = [0x7D3C7A, 0x2C6E49, 0x8A5200, 0x1F5F9E, 0xA8324A]

  static func name(_ strand: Int) -> String { names[strand % names.count] }

  /// The hue laid thinly over white, thicker with depth (0 to 5); nil for none.
  static func tint(_ strand: Int, depth: Int) -> UInt32? {
    guard depth > 0 else { return nil }
    let colour = colours[strand % colours.count]
    let part = [0, 10, 20, 31, 43, 55][min(depth, 5)]
    let mixed = [16, 8, 0].map { shift -> UInt32 in
      let channel = Int(colour >> UInt32(shift) & 0xFF)
      return UInt32(255 - (255 - channel) * part / 100) << UInt32(shift)
    }
    return mixed[0] | mixed[1] | mixed[2]
  }
}
