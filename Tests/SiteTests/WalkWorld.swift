import Domain
import Exchange
import Foundation
import SQL
import Security
import Store
import TestSupport

@testable import Site

/// What the walk puts into the placeholders of addresses: for each school a record of every kind, by a fixed id.
struct WalkWorld: Sendable {
  let site: TestSite
  private var made: [String: [String: String]] = [:]

  /// Placeholders that hold no record of a school's: the same words whoever asks.
  private static let shared: [String: String] = [
    "file": "trellis.css", "page": "SignInPage", "example": "1", "document": "pupil-a4", "role": "senco",
    "from": "2025-09-01",
    "token": Token().printed, "session": "0190-no-session", "specialism": "slcn", "strand": "family-support",
    "level": "universal", "school": "900001", "number": "1", "year": "2026",
  ]

  /// Records of the sample schools.
  private static func kept(_ placeholder: String, in school: SampleSchool) -> String? {
    switch placeholder {
    case "urn": school.urn
    case "area": SampleArea.northvale.address
    case "pupil": school.pupils[0].id(in: school).text
    case "contact": (school.id(of: school.pupils[0].number + 400) as ID<Contact>).text
    case "account": school.person(.moderator).account.text
    case "membership": school.person(.moderator).membership.text
    case "staff": school.person(.teacher).staffMember?.text
    case "group": school.phonicsGroup.text
    case "type": school.phonicsType.text
    case "heading": school.literacyHeading.text
    case "stream": school.schoolBudget.text
    case "member": school.phonicsMember.text
    case "lead": school.phonicsLead.text
    case "item": (school.id(of: 341) as ID<GroupItem>).text
    case "term": (school.id(of: 2) as ID<Never>).text
    case "closure": (school.id(of: 6) as ID<Never>).text
    case "payrole": school.teacherPay.text
    case "line": (school.id(of: 91) as ID<Never>).text
    default: nil
    }
  }

  /// Records of the sample areas.
  private static func kept(_ placeholder: String, in area: SampleArea) -> String? {
    switch placeholder {
    case "area": area.address
    case "account": area.account(.newcomer).text
    case "participant": area.silent.text
    case "answer": area.waitingAnswer.text
    case "round": area.round.text
    case "invitation": area.invitation.text
    case "entry": area.dropIn.text
    case "question": area.question.text
    case "upload": area.upload.text
    default: nil
    }
  }

  /// Both sample schools with an invitation, an opened case and whatever else has no fixed id.
  init(_ engine: Engine) async throws {
    var settings = SiteSettings.forTests
    settings.offersDemonstration = true
    site = try await TestSite(engine, settings: settings)
    for school in SampleSchool.both {
      made[school.urn] = try await site.database.write(keeper: school.id.text) { connection in
        let (senco, today) = (school.viewer(.senco), Day(2026, 11, 21)!)
        let invitation = try Invitations(senco, connection).invite(
          email: "new@\(school.urn).example", to: .office, today: today)
        let moderator = school.person(.moderator).account
        let cases = CaseOpenings(senco, connection)
        try cases.open([school.pupils[0].id(in: school)], to: moderator, until: today + 30, today: today)
        let kept = try Imports(senco, connection).begin(
          kind: "pupils", fileName: "pupils.csv", file: Array("Surname,Forename,DOB\nTest,Ada,01/02/2019\n".utf8))
        let strategy = try SampleStrategy.lay(in: school, today: today, connection)
        return [
          "strategy": strategy.id.text, "activity": strategy.activities[0].id.text,
          "funding": strategy.funding[3].id.text, "cost": strategy.activities[0].costs[0].id.text,
          "principle": try Principles(senco, connection).all()[0].id.text,
          "import": kept.text, "invitation": invitation.id.text,
          "opening": try cases.open(to: moderator, on: today).first?.id.text ?? "",
        ]
      }
    }
  }

  static func placeholders(of path: String) -> [String] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().prefix { $0 != "}" }) }
  }

  /// Whether a placeholder holds a record of one school or area.
  static func isRecord(_ placeholder: String) -> Bool {
    !["urn", "area"].contains(placeholder) && shared[placeholder] == nil
  }

  /// The address of an area's route with `area`'s own address, and with records of `owner`; nil where the walk knows no
  /// sample.
  func address(of route: Route, in area: SampleArea, recordsOf owner: SampleArea) -> String? {
    let steps = route.path.split(separator: "/").map { step -> String? in
      guard step.hasPrefix("{"), let end = step.firstIndex(of: "}") else { return String(step) }
      let name = String(step[step.index(after: step.startIndex)..<end])
      let value = name == "area" ? area.address : Self.shared[name] ?? Self.kept(name, in: owner)
      return value.map { $0 + step[step.index(after: end)...] }
    }
    return steps.contains { $0 == nil } ? nil : "/" + steps.compactMap(\.self).joined(separator: "/")
  }

  /// The address of a route with `school`'s number, and with records of `owner`; nil where the walk knows no sample.
  func address(of route: Route, in school: SampleSchool, recordsOf owner: SampleSchool) -> String? {
    if route.path.hasPrefix("/areas/{area}") {
      return address(of: route, in: .northvale, recordsOf: owner.urn == school.urn ? .northvale : .southmere)
    }
    var address = ""
    for step in route.path.split(separator: "/") {
      guard step.hasPrefix("{"), let end = step.firstIndex(of: "}") else {
        address += "/\(step)"
        continue
      }
      var name = String(step[step.index(after: step.startIndex)..<end])
      // A group's parts share a placeholder; the step before says which it is.
      if name == "thing" {
        let parts = ["leads": "lead", "places": "member", "items": "item"]
        name = parts[address.split(separator: "/").last.map(String.init) ?? ""] ?? name
      }
      let place = name == "urn" ? school : owner
      guard let value = Self.shared[name] ?? Self.kept(name, in: place) ?? made[place.urn]?[name] else { return nil }
      address += "/\(value)\(step[step.index(after: end)...])"
    }
    return address.isEmpty ? "/" : address
  }
}
