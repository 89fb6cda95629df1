import Components
import Domain
import Markup
import Store

/// One pupil: what they get, their SEN with its dates, and who to speak to.
struct PupilPage: Page {
  let record: PupilRecord
  /// Nil where groups are not for the viewer.
  let support: PupilSupport?
  let contacts: [Contact]
  let earlierStays: [EarlierStay]
  let rights: Rights
  let token: String
  /// What keeps the record from being removed; nil for who may not remove it.
  var bonds: [PupilBond]?

  /// What the viewer may do here.
  struct Rights: Sendable, Hashable {
    var changesPupils = false
    var changesNeeds = false
    var seesContacts = false
    var changesContacts = false
    var seesUPN = false
    var seesHistory = false
    var seesMap = false
  }

  var pupil: Pupil { record.pupil }
  var school: School { record.school }
  var title: String { pupil.fullName }
  var trail: [Components.Link] { PupilPage.trail(school) }
  var part: Part? { .pupils }
  var isWide: Bool { true }
  var printNote: String? { "\(school.name). Printed \(record.today.words); confidential." }

  /// The way down to a page about one pupil; with the pupil, to a page below theirs.
  static func trail(_ school: School, _ pupil: Pupil? = nil) -> [Components.Link] {
    [Link(school.name, Way.school(school)), Link("Pupils", Way.pupils(school))]
      + (pupil.map { [Link($0.fullName, Way.pupil($0.id, school))] } ?? [])
  }

  static var examples: [PupilPage] {
    let all = Rights(
      changesPupils: true, changesNeeds: true, seesContacts: true, changesContacts: true, seesUPN: true,
      seesHistory: true, seesMap: true)
    return [
      PupilPage(
        record: PupilExamples.record, support: .example, contacts: PupilExamples.contacts, earlierStays: [],
        rights: all, token: "example", bonds: [.groups(2), .openedCase]),
      PupilPage(
        record: PupilExamples.leftRecord, support: nil, contacts: [],
        earlierStays: [
          EarlierStay(period: Period(Day(2019, 9, 2)!, Day(2021, 3, 26)!)!, leftFor: "Moved abroad")
        ], rights: Rights(changesPupils: true, seesContacts: true), token: "example"),
      PupilPage(
        record: PupilExamples.record,
        support: PupilSupport(lines: [], total: nil, yearName: "2026/27", usesReferenceRates: false), contacts: [],
        earlierStays: [], rights: Rights(), token: "example", bonds: []),
    ]
  }
}
