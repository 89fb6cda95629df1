/// A child on the school's roll, now or once. Dated facts (class, SEN status, needs) are kept beside it.
package struct Pupil: Hashable, Sendable {
  package let id: ID<Pupil>
  package let upn: UPN?
  package let surname: String
  package let forename: String
  /// What the child is called; nil: the forename.
  package let preferredForename: String?
  /// `F`, `M`, or nil where the school does not say.
  package let sex: String?
  package let flags: PupilFlags
  package let joinedOn: Day
  /// The last day on the roll; nil: still here.
  package let leftOn: Day?
  /// Where they went, in the school's words; nil: still here, or not known.
  package let leftFor: String?
  /// In which year group the child is taught.
  package let taught: TaughtYears
  package let version: Int

  package init(
    id: ID<Pupil>, upn: UPN?, surname: String, forename: String, preferredForename: String?, birthDay: Day,
    sex: String?,
    flags: PupilFlags, joinedOn: Day, leftOn: Day?, leftFor: String? = nil, yearShifts: Timeline<Int> = Timeline(),
    version: Int
  ) {
    self.id = id
    self.upn = upn
    self.surname = surname
    self.forename = forename
    self.preferredForename = preferredForename
    self.sex = sex
    self.flags = flags
    self.joinedOn = joinedOn
    self.leftOn = leftOn
    self.leftFor = leftFor
    taught = TaughtYears(bornOn: birthDay, shifts: yearShifts)
    self.version = version
  }

  package var calledName: String { preferredForename ?? forename }
  /// `Amina Hussain`.
  package var fullName: String { "\(calledName) \(surname)" }
  /// `Hussain, Amina`: lists that are sorted by surname.
  package var listName: String { "\(surname), \(calledName)" }
  /// `Amina H`.
  package var shortName: String { "\(calledName) \(surname.prefix(1))" }

  package var birthDay: Day { taught.birthDay }
  package func year(on day: Day) -> YearGroup { taught.year(on: day) }

  package func isOnRoll(on day: Day) -> Bool { joinedOn <= day && day <= (leftOn ?? day) }

  /// A name as searches compare it: no accents, no case, letters and digits and single spaces only.
  package static func folded(_ name: String) -> String { Folding.fold(name) }
}

/// What the school marks a child with. `watch` is the school's own: monitored, without SEN support.
package struct PupilFlags: OptionSet, Hashable, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let watch = PupilFlags(rawValue: 1)
  package static let eal = PupilFlags(rawValue: 2)
  package static let freeMeals = PupilFlags(rawValue: 4)
  package static let pupilPremium = PupilFlags(rawValue: 8)
  package static let inCare = PupilFlags(rawValue: 16)

  /// Each flag with its words, in the order in which pages show them.
  package static let named: [(flag: PupilFlags, name: String)] = [
    (.watch, "Watch"), (.eal, "EAL"), (.freeMeals, "Free school meals"), (.pupilPremium, "Pupil premium"),
    (.inCare, "In care"),
  ]

  package var names: [String] { PupilFlags.named.filter { contains($0.flag) }.map(\.name) }
}

/// A parent, carer or other person to speak to about a pupil.
package struct Contact: Hashable, Sendable {
  package let id: ID<Contact>
  package let pupil: ID<Pupil>
  package let name: String
  package let relationship: String
  /// 1 is spoken to first.
  package let priority: Int
  package let email: String?
  package let phone: String?
  package let address: String?
  package let version: Int

  package init(
    id: ID<Contact>, pupil: ID<Pupil>, name: String, relationship: String, priority: Int, email: String?,
    phone: String?,
    address: String?, version: Int
  ) {
    self.id = id
    self.pupil = pupil
    self.name = name
    self.relationship = relationship
    self.priority = priority
    self.email = email
    self.phone = phone
    self.address = address
    self.version = version
  }
}
