import Components
import Domain
import Markup

/// Entries in a list: what happens or is missing, by whom, for whom, where, how many.
struct AreaEntryList: Sendable {
  struct Item: Sendable {
    let name: String
    /// Its own page, for whoever takes part.
    let address: Address?
    /// Nil where the name says all of it.
    let text: String?
    let effect: String?
    let suggestion: String?
    let facts: [String]
  }

  let items: [Item]

  init(_ entries: [AreaMapEntry], _ map: AreaMap, namesCells: Bool = false) {
    items = entries.map { entry in
      let isWhole = entry.description.trimmingSpaces == entry.name
      var facts: [String?] = [
        entry.saidBy.count > 1
          ? "said by \(entry.saidBy.count): \(entry.saidBy.joined(separator: ", "))" : entry.organisation,
        entry.audience.isEmpty ? nil : "for \(entry.audience)",
        AreaMapWords.ages(entry.ageFrom, entry.ageUntil).map { "ages \($0)" },
        entry.place.isEmpty ? nil : entry.place,
        entry.localities.isEmpty
          ? nil
          : map.basis.localities.filter { entry.localities.contains($0.id) }.map(\.name).joined(separator: ", "),
        entry.frequency.isEmpty ? nil : entry.frequency,
        entry.reach.map { "\($0.words) children a year" }, entry.affected.map { "touches \($0.words) children" },
      ]
      if let places = entry.inner?.places { facts.append(AreaMapWords.count(places, "place", "places")) }
      if let cost = entry.inner?.cost { facts.append("\(cost.words) a year") }
      if let funder = entry.inner?.funder, !funder.isEmpty { facts.append("paid by \(funder)") }
      if entry.specialisms.all.count > 1 {
        facts.append(map.basis.names(of: entry.specialisms).joined(separator: " and "))
      }
      if namesCells {
        facts.append(
          map.framework.cells.filter(entry.cells.contains).map(map.framework.name).joined(separator: "; "))
      }
      return Item(
        name: entry.name, address: entry.inner == nil ? nil : Way.entry(entry.id, map.area),
        text: isWhole || entry.description.isEmpty ? nil : entry.description,
        effect: entry.effect.isEmpty ? nil : entry.effect,
        suggestion: entry.suggestion.isEmpty ? nil : entry.suggestion,
        facts: facts.compactMap(\.self))
    }
  }

  /// So many stand open; the rest unfolds.
  private static let most = 25

  var html: HTML {
    let rest = items.dropFirst(Self.most)
    return """
      <ul class="entry-list">\(each: items.prefix(Self.most), draw)</ul>\
      \(if: !rest.isEmpty, Details("\(rest.count) more", body: "<ul class=\"entry-list\">\(each: rest, draw)</ul>").html)
      """
  }

  private func draw(_ item: Item) -> HTML {
    """
    <li><h3>\(heading(item))</h3>\(if: item.text, { "<p>\($0)</p>" })\
    \(if: item.effect, { "<p><strong>Effect:</strong> \($0)</p>" })\
    \(if: item.suggestion, { "<p><strong>Suggestion:</strong> \($0)</p>" })\
    <ul class="facts">\(each: item.facts, { "<li>\($0)</li>" })</ul></li>
    """
  }

  private func heading(_ item: Item) -> HTML { item.address.map { Link(item.name, $0).html } ?? "\(item.name)" }
}
