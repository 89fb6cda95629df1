import Domain
import Formats

/// One `Pupil` element of a Common Transfer File.
struct TransferredPupil {
  private let element: SafeXML.Element
  private(set) var pupil: IncomingPupil
  private(set) var refused: [RefusedCell] = []
  private(set) var warnings: [ImportWarning] = []

  init(_ element: SafeXML.Element, row: Int, yearOn: Day?) {
    self.element = element
    pupil = IncomingPupil(row: row)
    pupil.yearOn = yearOn
  }

  mutating func read() {
    readIdentity()
    readDetails()
    readHistories()
    readStatuses()
    readNeeds()
    pupil.contacts = element.child("Contacts").map(TransferredPupil.contacts) ?? []
  }

  private mutating func readIdentity() {
    if let text = element.text("UPN") {
      pupil.upn = UPN(text)
      if let upn = pupil.upn {
        if !upn.hasRightCheckLetter {
          warn(
            "UPN", "The UPN \(upn.text) has the wrong check letter (it should begin with \(upn.checkLetter)). Check it."
          )
        }
      } else {
        refuse("UPN", "“\(CellReading.short(text))” is not a UPN.")
      }
    }
    pupil.surname = element.text("Surname")
    pupil.forename = element.text("Forename")
    pupil.birthDay = day("DOB", element.text("DOB"))
    if pupil.surname == nil { refuse("Surname", "This pupil has no surname.") }
    if pupil.forename == nil { refuse("Forename", "This pupil has no forename.") }
    if pupil.birthDay == nil { refuse("DOB", "This pupil has no date of birth.") }
    // `Sex` from version 25; `Gender` before it.
    switch (element.text("Sex") ?? element.text("Gender"))?.uppercased() {
    case "F", "2": pupil.sex = "F"
    case "M", "1": pupil.sex = "M"
    default: break
    }
  }

  private mutating func readDetails() {
    guard let details = element.child("BasicDetails") else { return }
    pupil.preferredForename = details.text("PreferredForename")
    if let text = details.text("NCyearActual"), text.uppercased() != "X" {
      pupil.year = YearGroup(typed: text)
      if pupil.year == nil {
        warn("NCyearActual", "“\(CellReading.short(text))” is not a year group, and is left out.")
      }
    }
    let languages = details.child("Languages")?.children("Type") ?? []
    let first = languages.first { $0.text("LanguageType")?.uppercased() == "F" } ?? languages.first
    pupil.say(.eal, first?.text("Language").flatMap(PupilListReader.isEAL))
  }

  private mutating func readHistories() {
    if let meals = element.child("FSMhistory") {
      let isOpen = meals.children("FSMinstance").contains {
        $0.text("FSMendDate") == nil && $0.text("FSMstartDate") != nil
      }
      pupil.say(.freeMeals, isOpen)
    }
    if let care = element.text("LookedAfter", "InCare") { pupil.say(.inCare, CellReading.yesOrNo(care)) }
  }

  private mutating func readStatuses() {
    for each in element.child("SENhistory")?.children("SEN") ?? [] {
      guard let text = each.text("SENprovision") else { continue }
      guard let status = SENStatus(typed: text) else {
        refuse("SENprovision", "“\(CellReading.short(text))” is not an SEN status of England.")
        continue
      }
      pupil.statuses.append(
        IncomingPupil.Status(
          status: PupilListReader.recorded(status, text), from: day("StartDate", each.text("StartDate"))))
    }
    pupil.statuses.sort { ($0.from ?? Day(number: .max / 2)) < ($1.from ?? Day(number: .max / 2)) }
  }

  private mutating func readNeeds() {
    let history = element.child("SENhistory")
    guard let elements = history?.child("SENneeds")?.children("SENneed"), !elements.isEmpty else { return }
    var needs: [IncomingPupil.DatedNeed] = []
    for (index, each) in elements.enumerated() {
      guard let text = each.text("SENtype") else { continue }
      guard let type = NeedType(typed: text) else {
        refuse("SENtype", "“\(CellReading.short(text))” is not a type of need.")
        continue
      }
      let rank = each.text("SENtypeRank").flatMap { Int($0) } ?? index + 1
      guard (1...99).contains(rank) else {
        refuse("SENtypeRank", "“\(rank)” is not a rank from 1 to 99.")
        continue
      }
      needs.append(
        IncomingPupil.DatedNeed(
          need: RankedNeed(type: type, rank: rank), from: day("NeedStartDate", each.text("NeedStartDate")),
          until: day("NeedEndDate", each.text("NeedEndDate"))))
    }
    pupil.needs = .dated(needs)
  }

  private mutating func day(_ element: String, _ text: String?) -> Day? {
    guard let text else { return nil }
    if let day = Day(typed: text) { return day }
    refuse(element, "“\(CellReading.short(text))” is not a date.")
    return nil
  }

  private mutating func refuse(_ column: String, _ message: String) {
    if refused.contains(where: { $0.column == column }) { return }
    refused.append(RefusedCell(row: pupil.row, column: column, message: message))
  }

  private mutating func warn(_ column: String, _ message: String) {
    warnings.append(ImportWarning(row: pupil.row, column: column, message: message))
  }

  private static func contacts(_ element: SafeXML.Element) -> [ContactDetails] {
    element.children("Contact").enumerated().compactMap { index, each in
      let name = [each.text("Title"), each.text("Forename"), each.text("Surname")].compactMap(\.self).joined(
        separator: " ")
      if name.isEmpty || name.count > 100 { return nil }
      // What is no address or number is left out: a contact is worth having without.
      let email = each.text("Email").flatMap { Account.foldedEmail($0) == nil ? nil : $0 }
      let phone = each.child("Phones")?.children("Phone").lazy.compactMap { $0.text("PhoneNo") }.first
      let address = each.child("Address").map { address in
        let lines = address.child("BS7666Address") ?? address.child("AddressLines") ?? address
        return lines.children.map(\.text).filter { !$0.isEmpty }.joined(separator: ", ")
      }
      return ContactDetails(
        name: name, relationship: each.text("Relationship") ?? "Contact",
        priority: min(max(each.text("Order").flatMap { Int($0) } ?? index + 1, 1), 20), email: email,
        phone: (phone ?? each.text("Phone")).flatMap { $0.count <= 40 && $0.count(where: \.isNumber) >= 5 ? $0 : nil },
        address: address.flatMap { $0.isEmpty ? nil : String($0.prefix(400)) })
    }
  }
}
