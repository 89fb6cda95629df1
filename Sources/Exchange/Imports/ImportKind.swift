/// What a file that arrives is about.
package enum ImportKind: String, CaseIterable, Hashable, Sendable {
  case pupils, staff, groups, calendar
  /// The map that a school keeps today as a table: provision down, years across, names in the cells.
  case map

  /// As it stands on a page.
  package var title: String {
    switch self {
    case .pupils: "Pupils"
    case .staff: "Staff and rates"
    case .groups: "Groups"
    case .calendar: "Terms and closures"
    case .map: "A map from Word or Excel"
    }
  }

  /// What the file should hold, in a sentence.
  package var hint: String {
    switch self {
    case .pupils:
      "A list from your school’s system (CSV or Excel, one row per pupil), or a Common Transfer File."
    case .staff: "One row per person: name, role, hours, weeks and, if you may set pay, a rate."
    case .groups: "One row per pupil in a group: what is provided, when, how long, and who leads it."
    case .calendar: "One row per term or closure: its name, first day and last day."
    case .map: "A table with provision down the side, years across the top and pupils’ names in the cells."
    }
  }

  /// Whether a column can be mapped to a field that is so called, by its key or its title.
  package func knows(_ field: String) -> Bool { ColumnMapping.field(named: field, in: fields) != nil }

  /// The fields that a column can be mapped to; none where the file has no columns of its own.
  package var fields: [ImportField] {
    switch self {
    case .pupils: PupilField.allCases.map(\.field)
    case .staff: StaffField.allCases.map(\.field)
    case .groups: GroupField.allCases.map(\.field)
    case .calendar: CalendarField.allCases.map(\.field)
    case .map: []
    }
  }
}

/// A file as it was sent, or what was pasted.
package struct ImportFile: Sendable {
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The last part of the name, in lower case: `csv`; nil where there is none.
  var ending: String? {
    guard let dot = name.lastIndex(of: "."), name.index(after: dot) < name.endIndex else { return nil }
    return name[name.index(after: dot)...].lowercased()
  }
}
