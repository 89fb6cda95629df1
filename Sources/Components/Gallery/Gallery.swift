package import Markup

/// Every component with its examples, as data: for `/development`, and for the tests that look at all of them.
package enum Gallery {
  package struct Entry: Sendable {
    package let name: String
    /// Where it stands on the gallery's page.
    package let anchor: String
    package let accessibility: [String]
    package let examples: [Example]

    init(_ component: any Exhibited.Type) {
      name = component.name
      anchor = component.name.lowercased().split { !$0.isLetter }.joined(separator: "-")
      accessibility = component.accessibility
      examples = component.examples
    }
  }

  package static var entries: [Entry] { all.map(Entry.init) }

  private static let all: [any Exhibited.Type] = [
    MapTable.self, MapLegend.self, HeatMap.self, HeatLegend.self, BarTable.self, PlaceMap.self, FilterChips.self,
    Tiles.self, DataTable.self, CostWorking.self, SummaryList.self,
    Timeline.self,
    PageShell.self, PageHeader.self, Breadcrumbs.self, Tabs.self, NotificationBanner.self, InsetText.self,
    WarningText.self, Confirmation.self, EmptyState.self, Steps.self, ProgressBar.self, Details.self,
    ErrorSummary.self, TextInput.self, NumberInput.self, MoneyInput.self, DateInput.self, Select.self, Radios.self,
    Checkboxes.self, TextArea.self, FileInput.self, PasteBox.self, CodeInput.self, CopyText.self, Fieldset.self,
    Button.self, FilterBar.self, FilterBox.self, StatusTag.self, Chip.self, TagList.self, MoreList.self, LongList.self,
    ImportPreview.self, Slip.self, QRCode.self,
  ]
}

/// The gallery as the main part of a page.
package struct GalleryView: Component {
  package init() {}

  package var html: HTML {
    """
    \(PageHeader("Components", lede: "Every part of a page, drawn from its examples."))\
    <nav aria-label="Components"><ul class="columns">\(each: Gallery.entries, link)</ul></nav>\
    \(each: Gallery.entries, draw)
    """
  }

  private func link(_ entry: Gallery.Entry) -> HTML {
    "<li>\(Link(entry.name, "#\(segment: entry.anchor)"))</li>"
  }

  private func draw(_ entry: Gallery.Entry) -> HTML {
    """
    <section class="exhibit" aria-labelledby="\(entry.anchor)"><h2 id="\(entry.anchor)">\(entry.name)</h2>\
    <ul class="soft">\(each: entry.accessibility, { "<li>\($0)</li>" })</ul>\
    \(each: entry.examples, { "<h3 class=\"soft\">\($0.name)</h3><div class=\"example\">\($0.html)</div>" })</section>
    """
  }
}
