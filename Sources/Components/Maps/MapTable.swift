package import Markup

/// The school's map: provision under headings down the side, years across; in each cell who gets it, when, from whom, how
/// many hours and at what cost; sub-totals at each heading, totals at the foot. All words are finished.
package struct MapTable: Exhibited {
  /// A year group, a key stage, or the whole school.
  package struct Column: Sendable, Hashable {
    package let label: String
    /// Under the label: how many pupils are on roll, say.
    package let note: String?
    /// This column alone.
    package let address: Address?

    package init(_ label: String, note: String? = nil, to address: Address? = nil) {
      self.label = label
      self.note = note
      self.address = address
    }
  }

  /// A pupil in a cell.
  package struct Name: Sendable, Hashable {
    package let text: String
    package let address: Address?
    /// True in the copy that is about this pupil.
    package let isMarked: Bool

    package init(_ text: String, to address: Address? = nil, isMarked: Bool = false) {
      self.text = text
      self.address = address
      self.isMarked = isMarked
    }
  }

  package enum People: Sendable, Hashable {
    case names([Name])
    /// “12 pupils”, opening the list of their names.
    case list(String, [Name])
    /// “all of Year 1”, “fewer than 5 pupils”, “confidential”.
    case words(String)
  }

  /// One run of a provision in one column.
  package struct Run: Sendable, Hashable {
    package let people: People
    /// “Mon Wed Fri, 30 min”.
    package let when: String?
    /// “Mrs Lowe”.
    package let by: String?
    /// What is out of the ordinary: “from 3 November”, “ends 12 December”.
    package let note: String?
    /// “TA 1 h 30 min”, “T 2 h”: each kind of adult's time.
    package let hours: [String]
    package let cost: Figure?
    /// The group.
    package let address: Address?

    package init(
      _ people: People, when: String? = nil, by: String? = nil, note: String? = nil, hours: [String] = [],
      cost: Figure? = nil, to address: Address? = nil
    ) {
      self.people = people
      self.when = when
      self.by = by
      self.note = note
      self.hours = hours
      self.cost = cost
      self.address = address
    }
  }

  /// A number in words, and where its working is shown.
  package struct Figure: Sendable, Hashable, ExpressibleByStringLiteral {
    package let words: String
    package let working: Address?

    package init(_ words: String, working: Address? = nil) {
      self.words = words
      self.working = working
    }

    package init(stringLiteral words: String) { self.init(words) }
  }

  /// A labelled figure of the last column, such as “Teachers 2 h”.
  package struct Sum: Sendable, Hashable {
    package let label: String
    package let figure: Figure
    /// True for the one that is set bold, without its label: the cost of the whole period.
    package let isMain: Bool

    package init(_ label: String, _ figure: Figure, isMain: Bool = false) {
      self.label = label
      self.figure = figure
      self.isMain = isMain
    }
  }

  /// One provision: its title, how it is usually given, and its runs by column.
  package struct Line: Sendable {
    package let title: String
    package let detail: String?
    package let chip: Chip?
    package let tags: [StatusTag]
    package let address: Address?
    /// One for each column, in their order; an empty one is a gap on the map.
    package let cells: [[Run]]
    package let sums: [Sum]

    package init(
      _ title: String, detail: String? = nil, chip: Chip? = nil, tags: [StatusTag] = [], to address: Address? = nil,
      cells: [[Run]], sums: [Sum]
    ) {
      self.title = title
      self.detail = detail
      self.chip = chip
      self.tags = tags
      self.address = address
      self.cells = cells
      self.sums = sums
    }
  }

  /// A heading of the catalogue with its lines; `figures` are its sub-totals by column.
  package struct Section: Sendable {
    package let title: String
    package let lines: [Line]
    package let figures: [Figure]
    package let sums: [Sum]

    package init(_ title: String, lines: [Line], figures: [Figure], sums: [Sum]) {
      self.title = title
      self.lines = lines
      self.figures = figures
      self.sums = sums
    }
  }

  /// A row at the foot: “Pupils”, “Teaching assistants”, “Cost”; a figure for each column, then one for all.
  package struct Total: Sendable, Hashable {
    package let label: String
    package let note: String?
    package let figures: [Figure]
    package let all: Figure
    package let isMain: Bool

    package init(_ label: String, note: String? = nil, figures: [Figure], all: Figure, isMain: Bool = false) {
      self.label = label
      self.note = note
      self.figures = figures
      self.all = all
      self.isMain = isMain
    }
  }

  package let caption: String
  package let columns: [Column]
  package let sections: [Section]
  package let totals: [Total]
  /// The id of the table, for a `FilterBox`.
  package let id: String
  /// On paper nothing opens: what is listed behind a number in a cell is attached to the table.
  package var attached: [AttachedList] {
    sections.flatMap(\.lines).flatMap { line in
      line.cells.enumerated().flatMap { index, runs in
        runs.compactMap { run in
          guard case .list(let words, let names) = run.people else { return nil }
          let title = [line.title, columns[index].label, run.by].compactMap { $0 }.joined(separator: ", ")
          return AttachedList("\(title): \(words)", names: names.map(\.text))
        }
      }
    }
  }

  package init(_ caption: String, columns: [Column], sections: [Section], totals: [Total], id: String = "map") {
    self.caption = caption
    self.columns = columns
    self.sections = sections
    self.totals = totals
    self.id = id
  }
}
