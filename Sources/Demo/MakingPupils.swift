import Domain
import SQL
import Store

/// A pupil who has been made, with what groups are chosen by.
struct MadePupil {
  let id: ID<Pupil>
  let birthDay: Day
  let yearShift: Int
  let joinedOn: Day
  var leftOn: Day?
  let status: SENStatus
  /// Codes, primary first.
  let needs: [String]
  let isEAL: Bool
  /// Of today, or of their last day.
  let className: String
  /// On SEN support until the plan was issued.
  let hadSupportFirst: Bool

  func year(on day: Day) -> YearGroup { YearGroup(bornOn: birthDay, on: day).advanced(by: yearShift) }
  func isHere(on day: Day) -> Bool { joinedOn <= day && day <= (leftOn ?? day) }
  /// The area of the primary need.
  var area: String? { needs.first.flatMap { NeedType.coded($0)?.area } }
}

extension SchoolMaker {
  /// Shares of types of need among pupils with SEN, in thousandths, as national publications have them roughly: speech and
  /// language first in primary schools, social and emotional first in secondary ones, autism first among plans.
  private var needShares: [(String, Int)] {
    plan.phase == .primary
      ? [
        ("SLCN", 330), ("SEMH", 170), ("MLD", 130), ("ASD", 110), ("SPLD", 100), ("PD", 30), ("HI", 20), ("VI", 12),
        ("NSA", 50), ("OTH", 30), ("DS", 8), ("SLD", 10),
      ]
      : [
        ("SEMH", 240), ("SPLD", 210), ("MLD", 160), ("SLCN", 130), ("ASD", 120), ("PD", 30), ("HI", 22), ("VI", 14),
        ("NSA", 40), ("OTH", 34),
      ]
  }

  private var planShares: [(String, Int)] {
    [
      ("ASD", 330), ("SLCN", 210), ("SEMH", 210), ("MLD", 100), ("PD", 45), ("SLD", 40), ("SPLD", 25), ("HI", 18),
      ("VI", 12), ("DS", 10),
    ]
  }

  mutating func makePupils() throws {
    let thisYear = AcademicYear(containing: today)
    var new: [(NewPupil, (ID<Pupil>) -> MadePupil)] = []
    var statuses = roll
    for year in plan.phase.years {
      for place in 0..<plan.pupilsInYear {
        new.append(try draft(year, place, statuses.removeLast(), in: thisYear, left: nil))
      }
    }
    // Who left: the oldest year at the end of last year, and a few in the middle of each.
    let oldest = plan.phase.years.upperBound
    for place in 0..<(plan.pupilsInYear / 4) {
      new.append(
        try draft(oldest.advanced(by: 1), place, status(), in: thisYear, left: Day(thisYear.start, 7, 17)!))
    }
    for place in 0..<(plan.pupilsInYear / 12) {
      let year = YearGroup(dice.roll(plan.phase.years.lowerBound.number...oldest.number))
      var day = today - dice.roll(10...300)
      // Nobody comes in September for a few days only.
      if day - AcademicYear(containing: day).period.from < 20 { day = day - 60 }
      let passed = thisYear.start - AcademicYear(containing: day).start
      new.append(try draft(year.advanced(by: passed), place, status(), in: thisYear, left: day))
    }
    let ids = try Pupils(viewer, connection).add(new.map(\.0))
    pupils += zip(ids, new).map { id, new in new.1(id) }
    try makeHistory()
    try makeContacts()
    for pupil in pupils where pupil.leftOn != nil {
      try Pupils(viewer, connection).leave(
        pupil.id, on: pupil.leftOn!, for: dice.pick(["Moved away", "Another school", "Next phase"]))
    }
  }

  /// The statuses of everybody who is here now, shuffled: the plan's shares to the nearest pupil.
  private var roll: [SENStatus] {
    mutating get {
      let count = plan.pupilsInYear * plan.phase.years.count
      let (plans, support) = ((count * plan.plans + 50) / 100, (count * plan.support + 50) / 100)
      let statuses =
        Array(repeating: SENStatus.plan, count: plans) + Array(repeating: .support, count: support)
        + Array(repeating: .none, count: count - plans - support)
      return statuses.shuffled(using: &dice)
    }
  }

  /// The status of somebody who has left, by the same shares.
  private mutating func status() -> SENStatus {
    dice.weighted([(.plan, plan.plans), (.support, plan.support), (.none, 100 - plan.plans - plan.support)])
  }

  /// A pupil to be added, and what stays known of them once they have an id.
  private mutating func draft(
    _ year: YearGroup, _ place: Int, _ status: SENStatus, in academicYear: AcademicYear, left: Day?
  ) throws -> (NewPupil, (ID<Pupil>) -> MadePupil) {
    // One or two a year are taught a year below their age.
    let shift = place == 7 ? -1 : 0
    let born = academicYear.start - 5 - year.number + shift
    let birthDay = Day(born, 9, 1)! + dice.roll(0...363)
    let isGirl = dice.happens(49)
    let joiner = dice.happens(8)
    let entry = Day(academicYear.start - max(0, year.number - plan.phase.years.lowerBound.number), 9, 3)!
    var joinedOn = joiner ? max(entry, today - dice.roll(20...500)) : entry
    if let left, joinedOn >= left { joinedOn = entry }
    var needs: [String] = []
    if status != .none {
      needs = [dice.weighted(status == .plan ? planShares : needShares)]
      if needs[0] != "NSA", dice.happens(status == .plan ? 60 : 25) {
        let second = dice.weighted(planShares)
        if second != needs[0] { needs.append(second) }
      }
    }
    var flags: PupilFlags = []
    let isEAL = dice.happens(19)
    if isEAL { flags.insert(.eal) }
    if dice.happens(status == .none ? 20 : 34) { flags.insert([.freeMeals, .pupilPremium]) }
    if dice.happens(1) { flags.insert([.inCare, .pupilPremium]) }
    if status == .none && dice.happens(4) { flags.insert(.watch) }
    let classes = classes(year, place, in: academicYear, from: joinedOn, until: left ?? today)
    let details = PupilDetails(
      upn: upn(), surname: dice.pick(Names.surnames), forename: dice.pick(isGirl ? Names.girls : Names.boys),
      birthDay: birthDay, sex: isGirl ? "F" : "M", joinedOn: joinedOn)
    let ranked = try needs.enumerated().map { index, code -> RankedNeed in
      guard let type = NeedType.coded(code) else { throw Refusal.invalid("There is no type of need \(code).") }
      return RankedNeed(type: type, rank: index + 1)
    }
    let hadSupportFirst = status == .plan && (left ?? today) - joinedOn > 100 && dice.happens(60)
    var new = NewPupil(
      details, flags: flags, yearShift: shift, status: RecordedStatus(hadSupportFirst ? .support : status),
      needs: ranked,
      className: classes[0].value, factsFrom: joinedOn)
    new.laterClasses = Array(classes.dropFirst())
    return (
      new,
      { id in
        MadePupil(
          id: id, birthDay: birthDay, yearShift: shift, joinedOn: joinedOn, leftOn: left, status: status, needs: needs,
          isEAL: isEAL, className: classes[classes.count - 1].value, hadSupportFirst: hadSupportFirst)
      }
    )
  }

  /// The class of each academic year, from the first day here on: a child moves up with the others, `3 Ash`, `4 Ash`, and
  /// is in none after the last day. `year` is that of `academicYear`.
  private func classes(
    _ year: YearGroup, _ place: Int, in academicYear: AcademicYear, from first: Day, until last: Day
  ) -> [Dated<String>] {
    let name = plan.classes[place % plan.classes.count]
    let years = AcademicYear(containing: first).start...AcademicYear(containing: last).start
    return years.map { start in
      let code = year.advanced(by: start - academicYear.start).code
      let from = max(first, AcademicYear(start).period.from)
      return Dated(plan.phase == .primary ? "\(code) \(name)" : "\(code)\(name)", Span(from)!)
    }
  }

  /// A pupil number of the invented authority 999, with its right check letter.
  private mutating func upn() -> UPN? {
    upns += dice.roll(1...40)
    let digits = "999" + plan.laestab.suffix(4) + String(10_000 + upns)
    guard let raw = UPN("A\(digits)") else { return nil }
    return UPN("\(raw.checkLetter)\(digits)")
  }

  /// Some had SEN support before their plan.
  private mutating func makeHistory() throws {
    let keeper = Pupils(viewer, connection)
    for pupil in pupils where pupil.hadSupportFirst {
      let last = pupil.leftOn ?? today
      let day = pupil.joinedOn + dice.roll(60...max(61, last - pupil.joinedOn - 20))
      if day < last { try keeper.changeStatus(pupil.id, to: .plan, from: day) }
    }
  }

  private mutating func makeContacts() throws {
    let keeper = Contacts(viewer, connection)
    for pupil in pupils where pupil.status != .none && pupil.leftOn == nil {
      let number = "07700 900\(dice.roll(100...999))"
      try keeper.add(
        ContactDetails(
          name: "\(dice.pick(Names.girls)) \(dice.pick(Names.surnames))",
          relationship: dice.pick(["Mother", "Father", "Grandmother", "Foster carer"]),
          priority: 1, phone: number), to: pupil.id)
    }
  }
}
