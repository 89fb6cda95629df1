import Components
import Domain
import Markup

extension SchoolMapPage {
  var body: HTML {
    """
    \(PageHeader(title, lede: lede, actions: exports.map { LinkButton($0.label, $0.address, style: .quiet).html }))
    \(if: !tiles.isEmpty, Tiles(tiles).html)
    \(filter.html)
    \(each: notes, note)
    \(if: table, { "\(FilterBox("Find on this map", of: "map", noun: "lines"))\($0)" })
    \(if: empty, { $0.html })
    """
  }

  private func note(_ note: Note) -> HTML {
    let link: HTML = note.link.map { "<p>\($0)</p>" } ?? .empty
    if note.items.isEmpty { return InsetText("<p>\(note.sentence)</p>\(link)").html }
    return InsetText(
      "<p>\(note.sentence)</p>\(Details("Which", body: "<ul>\(each: note.items, { "<li>\($0)</li>" })</ul>"))\(link)"
    ).html
  }
}

extension MapFilter {
  var html: HTML {
    """
    \(if: error, { ErrorSummary([ErrorSummary.Item($0.sentence, field: $0.field)]).html })
    \(FilterBar("Choose what the map shows", asking: address, fields: fields))
    \(if: keptWords, { "<p class=\"soft\">\($0)</p>" })
    """
  }

  private var fields: HTML {
    """
    \(Select(Field("days", "Period"), groups: dayGroups, selected: days))
    \(DateInput(Field("as-at", "As at", hint: "To date up to this day"), value: asAt))
    \(Select(Field("by", "Across"), [Choice("year", "Year groups"), Choice("stage", "Key stages")], selected: across))
    \(if: offersNames, Select(Field("names", "Names"), [Choice("full", "Full names"), Choice("short", "First name and initial"), Choice("counts", "Counts only")], selected: names).html)
    \(Details("More filters, or dates of your own", isOpen: isNarrowed, body: moreFields))
    \(each: kept, { $0.html })
    """
  }

  private var isNarrowed: Bool { days == "dates" || more.contains { $0.selected != nil } }

  private var moreFields: HTML {
    """
    <div class="filter-more">\(each: more, { Select(Field($0.name, $0.label), $0.choices, selected: $0.selected).html })\
    \(DateInput(Field("from", "From", hint: "With “Dates of your own”"), value: from))\(DateInput(Field("until", "Until"), value: until))</div>
    \(if: clear, { "<p><a href=\"\($0)\">Show everything</a></p>" })
    """
  }
}
