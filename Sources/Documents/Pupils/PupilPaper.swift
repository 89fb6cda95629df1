import Domain
package import Formats
package import struct Foundation.Date

/// What one pupil gets, on A4: for a file, for a meeting.
package struct PupilPaper: Sendable {
  private let sheet: PupilSheet
  private let moment: Date

  /// `moment` stands in the file as the time when it was made.
  package init(_ sheet: PupilSheet, moment: Date) {
    self.sheet = sheet
    self.moment = moment
  }

  package func pdf(_ typst: Typst) async throws -> PDF {
    try await typst.pdf(template: Template.pupilMap.url, value: paper, moment: moment)
  }

  var paper: PupilSheetOnPaper {
    PupilSheetOnPaper(
      name: sheet.name, school: sheet.school, days: sheet.days, made: sheet.today.words, isDivided: sheet.isDivided,
      showsCosts: sheet.total != nil,
      rows: sheet.rows.map { row in
        PupilSheetOnPaper.Row(
          title: row.title, heading: row.heading, when: row.when, who: row.who, since: row.since, sharing: row.sharing,
          time: row.time, cost: row.cost.map(PupilSheetOnPaper.Cost.init))
      }, total: sheet.total.map(PupilSheetOnPaper.Cost.init), notes: sheet.notes)
  }
}

/// What the template reads. Names here are names there: `Resources/pupil-map.typ`.
struct PupilSheetOnPaper: Encodable, Sendable {
  let name: String
  let school: String
  let days: String
  let made: String
  let isDivided: Bool
  let showsCosts: Bool
  let rows: [Row]
  let total: Cost?
  let notes: [String]

  struct Row: Encodable, Sendable {
    let title: String
    let heading: String
    let when: String
    let who: String
    let since: String
    let sharing: String
    let time: String?
    let cost: Cost?
  }

  struct Cost: Encodable, Sendable {
    let planned: String
    let toDate: String
    let toCome: String

    init(_ cost: PupilSheet.Cost) {
      planned = cost.planned
      toDate = cost.toDate
      toCome = cost.toCome
    }
  }
}
