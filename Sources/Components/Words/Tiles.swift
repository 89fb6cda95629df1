package import Markup

/// The few figures that matter on this page, first thing after its title.
package struct Tiles: Exhibited {
  package struct Tile: Sendable, Hashable {
    package let figure: String
    package let label: String
    /// Where the figure's working is shown.
    package let address: Address?

    package init(_ figure: String, _ label: String, to address: Address? = nil) {
      self.figure = figure
      self.label = label
      self.address = address
    }
  }

  package let tiles: [Tile]

  package init(_ tiles: [Tile]) { self.tiles = tiles }

  package var html: HTML { "<dl class=\"tiles\">\(each: tiles, draw)</dl>" }

  private func draw(_ tile: Tile) -> HTML {
    """
    <div class="tile"><dt>\(tile.label)</dt><dd>\
    \(if: tile.address, { "<a href=\"\($0)\">\(tile.figure)</a>" })\(if: tile.address == nil, "\(tile.figure)")</dd></div>
    """
  }

  package static let name = "Key figures"
  package static let accessibility = [
    "Each figure is read after its words, whatever the order in which they are seen.",
    "The words hold the unit and what the figure is of.",
  ]
  package static let examples = [
    Example(
      "A school’s map",
      Tiles([
        Tile("61", "pupils with provision"), Tile("34", "groups running", to: "/groups"),
        Tile("112 h", "of teaching assistants a week"), Tile("£18,420", "to date, of £31,907 planned", to: "/costs"),
        Tile("93 %", "of planned sessions delivered"),
      ]))
  ]
}

/// Words or tags side by side, as a list.
package struct TagList: Exhibited {
  package let tags: [HTML]

  package init(_ tags: [HTML]) { self.tags = tags }

  package var html: HTML { "<ul class=\"tag-list\">\(each: tags, { "<li>\($0)</li>" })</ul>" }

  package static let name = "Tag list"
  package static let accessibility = ["It is a list, so that its length is announced."]
  package static let examples = [
    Example("Needs", TagList([StatusTag("SLCN", tone: .plain).html, StatusTag("SpLD", tone: .plain).html]))
  ]
}

/// The first few in a sentence, the others behind “and 9 more”.
package struct MoreList: Exhibited {
  package let items: [String]
  package let shown: Int

  package init(_ items: [String], showing shown: Int = 5) {
    self.items = items
    self.shown = shown
  }

  /// All of them where only one would be left over.
  package var html: HTML {
    guard items.count > shown + 1 else { return HTML(text: items.joined(separator: ", ")) }
    return """
      <details class="more-list"><summary>\(items.prefix(shown).joined(separator: ", ")) and \(items.count - shown) more\
      </summary>\(items.dropFirst(shown).joined(separator: ", "))</details>
      """
  }

  package static let name = "More list"
  package static let accessibility = ["The summary names how many more there are."]
  package static let examples = [
    Example("Short", MoreList(["Amir K", "Ella P", "Jakub W"])),
    Example(
      "Long", MoreList(["Amir K", "Beth S", "Dev R", "Ella P", "Imran U", "Jakub W", "Lily F", "Noor H", "Oskar N"])),
  ]
}

/// A list of many without pages: in columns, with a filter and its number.
package struct LongList: Exhibited {
  package let label: String
  package let id: String
  package let noun: String
  package let items: [HTML]

  package init(_ label: String, id: String, noun: String, items: [HTML]) {
    self.label = label
    self.id = id
    self.noun = noun
    self.items = items
  }

  package var html: HTML {
    """
    \(if: items.count > 12, FilterBox("Find in \(label)", of: id, noun: noun).html)\
    <ul class="long" id="\(id)" aria-label="\(label)">\(each: items, { "<li>\($0)</li>" })</ul>
    """
  }

  package static let name = "Long list"
  package static let accessibility = ["Nothing is on another page: searching in the browser finds everything."]
  package static let examples = [
    Example(
      "Classes",
      LongList(
        "Classes", id: "example-classes", noun: "classes",
        items: ["1A", "1B", "2A", "2B", "3A", "3B", "4A", "4B", "5A", "5B", "6A", "6B", "RA", "RB"].map {
          HTML(text: $0)
        }))
  ]
}
