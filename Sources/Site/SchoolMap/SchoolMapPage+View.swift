import Components
import Domain
import Markup

extension SchoolMapPage {
  var body: HTML {
    """
    \(PageHeader(title, lede: lede, actions: exports.map { LinkButton($0.label, $0.address, style: .quiet).html }))
    \(if: filter.error, { ErrorSummary([ErrorSummary.Item($0.sentence, field: $0.field)]).html })
    \(if: !tiles.isEmpty, Tiles(tiles).html)
    \(filter.html)
    \(if: !notes.isEmpty, "<ul class=\"map-notes\">\(each: notes, note)</ul>")
    \(if: table != nil || years.contains { $0.isCurrent }, tools)
    \(if: table, { "\(legend)\($0)" })
    \(if: empty, { $0.html })
    """
  }

  private var tools: HTML {
    """
    <div class="map-tools">\(if: table != nil, FilterBox("Find on this map", of: "map", noun: "lines").html)\
    \(if: !years.isEmpty, Tabs("One year alone", years).html)</div>
    """
  }

  private func note(_ note: Note) -> HTML {
    """
    <li>\(note.sentence)\(if: note.link, { " \($0)" })\
    \(if: !note.items.isEmpty, Details("Which", body: "<ul>\(each: note.items, { "<li>\($0)</li>" })</ul>").html)</li>
    """
  }
}

extension MapFilter {
  var html: HTML {
    """
    \(FilterBar("Choose what the map shows", asking: address, fields: fields))\
    \(if: !chosen.isEmpty, FilterChips(chosen, clear: clear).html)
    """
  }

  private var fields: HTML {
    """
    \(Select(Field("days", "Period", error: error("days")), groups: dayGroups, selected: days))\
    <div class="with-dates">\(DateInput(Field("from", "From", error: error("from")), value: from))\
    \(DateInput(Field("until", "Until", error: error("until")), value: until))</div>\
    <div class="with-day">\(DateInput(Field("on", "Day", error: error("on")), value: on))</div>\
    \(Select(Field("by", "Across"), [Choice("year", "Year groups"), Choice("stage", "Key stages")], selected: across))\
    \(if: offersNames, nameStyle)\
    \(if: !picks.isEmpty, Details(summary, isOpen: error("as-at") != nil, body: more).html)\
    \(each: kept, { $0.html })
    """
  }

  private var nameStyle: HTML {
    Select(
      Field("names", "Names"),
      [Choice("full", "Full names"), Choice("short", "First name and initial"), Choice("counts", "Counts only")],
      selected: names
    ).html
  }

  private var summary: String {
    let count = picks.reduce(0) { $0 + $1.selected.count }
    return count == 0 ? "Filters" : "Filters (\(count))"
  }

  private var more: HTML {
    """
    <div class="picks">\(each: picks.filter { !$0.choices.isEmpty }, pick)<div>\(if: pupils, choosing)\
    \(DateInput(Field("as-at", "To date, up to", hint: "Divides what was spent from what is to come", error: error("as-at")), value: asAt))\
    </div></div>
    """
  }

  private func pick(_ pick: Pick) -> HTML {
    Checkboxes(Field(pick.name, pick.label), pick.choices, selected: pick.selected).html
  }

  private func choosing(_ pupils: Address) -> HTML {
    """
    <div class="field"><p class="label">Pupil</p><p><a href="\(pupils)">Choose pupils by name</a></p></div>
    """
  }

  private func error(_ field: String) -> String? { error?.field == field ? error?.sentence : nil }
}
