/// The code that a coordinator shares with everybody who is to take part. It admits a person to one project, and is no
/// secret of anybody's own: wrong guesses are throttled, and it can be changed at any time.
package struct JoinCode: Hashable, Sendable {
  /// As the coordinator chose it or we made it, without spaces around it.
  package let text: String

  /// Refuses fewer than ten characters and more than 60.
  package init(chosen typed: String) throws(Refusal) {
    let text = typed.trimmingSpaces
    guard JoinCode.fold(text).count >= 10 else {
      throw .invalid("A code has ten characters or more, so that nobody guesses it.", field: "code")
    }
    guard text.count <= 60 else { throw .invalid("A code has at most 60 characters.", field: "code") }
    self.text = text
  }

  private init(made text: String) { self.text = text }

  /// Three words and two figures, to be read aloud over a telephone: `maple-otter-lantern-47`.
  package static func new(using generator: inout some RandomNumberGenerator) -> JoinCode {
    let words = JoinCodeWords.all.shuffled(using: &generator).prefix(3)
    return JoinCode(made: (Array(words) + [String(Int.random(in: 10...99, using: &generator))]).joined(separator: "-"))
  }

  /// What is compared: as typed, but for letter case, spaces around it, and the quotation marks and dashes that office
  /// programs put in the place of what was typed.
  package static func fold(_ typed: String) -> String {
    var folded = ""
    for character in typed.trimmingSpaces.lowercased() {
      switch character {
      case "‘", "’", "‚", "‛", "′", "`", "´": folded.append("'")
      case "“", "”", "„", "‟", "″": folded.append("\"")
      case "‐", "‑", "‒", "–", "—", "―", "−": folded.append("-")
      case "…": folded.append("...")
      case "\u{a0}", "\u{2007}", "\u{202f}": folded.append(" ")
      case "\u{200b}", "\u{feff}", "\u{ad}": break
      default: folded.append(character)
      }
    }
    return folded
  }
}

/// Short, common, unlike each other in sound; none that a person could take amiss.
enum JoinCodeWords {
  static let all: [String] = """
    acorn amber anchor apple apron arrow aspen autumn badger bakery ballet bamboo banner barley basket beacon berry birch
    biscuit blanket blossom bluebell bonfire border bottle branch bridge bronze brook bubble bucket butter button cabin
    candle canyon captain carpet carrot castle cedar cello chalk charcoal cherry chestnut circle clover cobble coconut
    copper coral corner cotton cradle crystal cuckoo curtain cushion cymbal daisy dancer desert diamond dolphin donkey
    dragon drummer eagle easel elbow ember engine falcon feather fiddle finger flannel flower forest fossil fountain
    galaxy garden garlic ginger glacier golden gravel guitar hammer harbour harvest hazel heather helmet hedgehog hilltop
    honey hornet hunter iceberg igloo indigo island ivory jacket jasmine jigsaw jungle juniper kestrel kettle kitchen
    kitten ladder lantern laurel lavender lemon lettuce lighthouse lilac lobster locket magnet magpie mango maple marble
    market meadow melon mirror mitten monkey mosaic mountain muffin mustard napkin nectar needle nutmeg oak oasis ocean
    olive onion orange orbit orchard orchid otter oyster paddle palace panda paper parade parrot parsley pastry peacock
    pebble pencil penguin pepper piano picnic pigeon pillow pirate planet plum pocket poppy porridge potato powder prairie
    pumpkin puzzle pyramid quartz quilt rabbit radish railway rainbow raven ribbon river robin rocket rosemary ruby saddle
    saffron sailor salmon sandal scarlet shadow shelter silver skylark slipper snowdrop sparrow spider spinach spiral
    spring squirrel stable starling station stream summer sunset swallow tablet tangerine teapot temple thistle thunder
    tiger timber toffee tomato tower tractor treasure trumpet tulip tunnel turnip turtle twilight umbrella valley vanilla
    velvet village violet violin walnut walrus water weaver whisper willow window winter wizard woodland yellow zebra
    """.split(whereSeparator: \.isWhitespace).map(String.init)
}
