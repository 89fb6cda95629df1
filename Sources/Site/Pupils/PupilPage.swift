import Components
import Domain
import Markup
import Store

/// One pupil: what they get, their SEN with its dates, and who to speak to.
struct PupilPage: Page {
  /// One line of what a pupil gets or got, in finished words.
  struct Support: Sendable, Hashable {
    let name: String
    /// Nil where the viewer may not open the group.
    let address: Address?
    let heading: String
    /// `20 minutes, twice a week: Tuesday, Thursday`.
    let when: String
    let with: String
    /// `Since 7 September 2026`.
    let since: String
    /// Nil where costs are not for the viewer.
    let cost: String?
    let isNow: Bool
  }

  let record: PupilRecord
  let support: [Support]
  let contacts: [Contact]
  let earlierStays: [EarlierStay]
  let rights: Rights
  let token: String

  /// What the viewer may do here.
  struct Rights: Sendable, Hashable {
    var changesPupils = false
    var changesNeeds = false
    var seesContacts = false
    var changesContacts = false
    var seesUPN = false
    var seesHistory = false
    var seesSupport = false
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
      seesHistory: true, seesSupport: true)
    return [
      PupilPage(
        record: PupilExamples.record, support: supportExamples, contacts: PupilExamples.contacts, earlierStays: [],
        rights: all, token: "example"),
      PupilPage(
        record: PupilExamples.leftRecord, support: [], contacts: [],
        earlierStays: [
          EarlierStay(period: Period(Day(2019, 9, 2)!, Day(2021, 3, 26)!)!, leftFor: "Moved abroad")
        ], rights: Rights(changesPupils: true, seesContacts: true), token: "example"),
      PupilPage(
        record: PupilExamples.record, support: [], contacts: [], earlierStays: [],
        rights: Rights(seesSupport: true), token: "example"),
    ]
  }

  private static let supportExamples = [
    Support(
      name: "Narrative group", address: "/schools/900001/groups/1", heading: "Language and communication",
      when: "20 minutes, Tuesday and Thursday", with: "Dawn Carter", since: "Since 7 September 2026",
      cost: "£41.20 to date", isNow: true),
    Support(
      name: "Visual timetable", address: "/schools/900001/groups/2", heading: "All areas", when: "All day", with: "",
      since: "Since 7 September 2026", cost: nil, isNow: true),
    Support(
      name: "Phonics catch-up", address: nil, heading: "Literacy", when: "15 minutes, every day", with: "Dawn Carter",
      since: "12 January to 27 March 2026", cost: "£118.05", isNow: false),
  ]
}
