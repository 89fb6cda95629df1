package import Domain
package import struct Foundation.Date

/// A school map with all that a copy of it says beside the map: over which days, cut by what, when it was made, and what
/// one has to know to read its figures.
package struct PrintedMap: Sendable {
  package let map: SchoolMap
  package let showsCosts: Bool
  /// `Autumn term 2026 · 2 September to 18 December 2026 · as it is today`.
  let days: String
  let today: Day
  let moment: Date

  /// `moment` stands in the file as the time when it was made; `today` in its text.
  package init(_ map: SchoolMap, calendar: SchoolCalendar, showsCosts: Bool, today: Day, moment: Date) {
    self.map = map
    self.showsCosts = showsCosts
    days = MapWords.lede(map.question, calendar, today: today)
    self.today = today
    self.moment = moment
  }

  var title: String { "School map: \(map.school.name)" }

  /// `Heading: Literacy; Level: Targeted`; `all provision`.
  var filter: String {
    map.filter.isEmpty ? "all provision" : map.filter.map(\.words).joined(separator: "; ")
  }

  /// Whether to date and to come say more than the cost itself.
  var isDivided: Bool { showsCosts && map.question.asAt < map.question.period.until }

  var notes: [String] {
    var notes: [String] = []
    if showsCosts {
      if !map.unpriced.isEmpty {
        let which = map.unpriced.map { "\($0.provision) (\($0.source), from \($0.from.shortWords))" }
        notes.append("Not priced, so no total includes it: \(which.joined(separator: "; ")).")
      }
      if map.usesReferenceRates {
        notes.append("Priced with reference rates that the school has not confirmed yet.")
      }
    }
    if !map.unled.isEmpty {
      let which = map.unled.map { "\($0.provision) (from \($0.from.shortWords))" }
      notes.append("Nobody leads these, so that no total includes what they take: \(which.joined(separator: "; ")).")
    } else if map.total.unled > 0 {
      notes.append("Some groups meet and nobody leads them: no total includes what they take.")
    }
    if !map.school.calendarChecked {
      notes.append("Sessions are counted on the default calendar, which nobody has checked yet.")
    }
    if !map.yearsWithoutTerms.isEmpty {
      let years = map.yearsWithoutTerms.map(\.words).joined(separator: ", ")
      notes.append("The calendar has no terms for \(years): no sessions can be counted there.")
    }
    if map.total.isWithheld || map.hasWithheldCells {
      notes.append(
        "Figures about fewer than 5 pupils are withheld, and others from which they could be worked out.")
    }
    return notes
  }
}

extension SchoolMap {
  var hasWithheldCells: Bool {
    sections.contains { $0.lines.contains { $0.cells.contains { $0?.figures.isWithheld ?? false } } }
  }
}

extension SchoolMap.Line {
  /// `Intervention · Targeted`; nil where neither is said.
  var strandAndLevel: String? {
    let words = [strand?.name, level.flatMap { Level.keyed($0)?.name }].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: " · ")
  }
}
