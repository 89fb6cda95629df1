/// What tells one child from another, as a form or a file gives it. These are not dated: a mistake in them is corrected.
package struct PupilDetails: Hashable, Sendable {
  package var upn: UPN?
  package var surname: String
  package var forename: String
  /// What the child is called; nil: the forename.
  package var preferredForename: String?
  package var birthDay: Day
  /// `F`, `M`, or nil where the school does not say.
  package var sex: String?
  /// The first day on the roll.
  package var joinedOn: Day

  package init(
    upn: UPN? = nil, surname: String, forename: String, preferredForename: String? = nil, birthDay: Day,
    sex: String? = nil, joinedOn: Day
  ) {
    self.upn = upn
    self.surname = surname
    self.forename = forename
    self.preferredForename = preferredForename
    self.birthDay = birthDay
    self.sex = sex
    self.joinedOn = joinedOn
  }

  /// At joining nobody is older than this (special educational provision ends with 25: Children and Families Act 2014,
  /// section 83).
  package static let oldest = 25
  package static let longestName = 100

  /// Every reason why these details cannot be taken, each at its field: `surname`, `forename`, `preferred-forename`,
  /// `birth-day`, `sex`, `joined-on`. A wrong check letter of a UPN is no reason.
  package func refuseUnlessSound(today: Day) throws {
    var refusals = Refusals()
    refusals.addUnlessName(surname, "surname", field: "surname")
    refusals.addUnlessName(forename, "forename", field: "forename")
    if let preferredForename {
      refusals.addUnlessName(preferredForename, "preferred forename", field: "preferred-forename")
    }
    if birthDay > today {
      refusals.add("The birth date is in the future.", field: "birth-day")
    } else if birthDay > joinedOn {
      refusals.add("The first day at school is before the birth date.", field: "joined-on")
    } else if birthDay.age(on: joinedOn) > PupilDetails.oldest {
      refusals.add(
        "That makes the pupil \(birthDay.age(on: joinedOn)) years old on the first day at school. Check the year.",
        field: "birth-day")
    }
    if joinedOn > today + 731 {
      refusals.add("The first day at school is more than two years ahead. Check the year.", field: "joined-on")
    }
    if let sex, sex != "F", sex != "M" { refusals.add("Sex is F, M or not said.", field: "sex") }
    try refusals.throwIfAny()
  }
}

/// A child who comes on to the roll, with what is known from the first day or another.
package struct NewPupil: Hashable, Sendable {
  package var details: PupilDetails
  package var flags: PupilFlags
  package var yearShift: Int
  package var status: RecordedStatus
  package var needs: [RankedNeed]
  /// Nil where no class is known.
  package var className: String?
  /// The classes that followed it, each from a later day on, in order.
  package var laterClasses: [Dated<String>] = []
  /// The day from which status, needs and class hold; nil: the first day on the roll.
  package var factsFrom: Day?

  package init(
    _ details: PupilDetails, flags: PupilFlags = [], yearShift: Int = 0,
    status: RecordedStatus = RecordedStatus(.none), needs: [RankedNeed] = [], className: String? = nil,
    factsFrom: Day? = nil
  ) {
    self.details = details
    self.flags = flags
    self.yearShift = yearShift
    self.status = status
    self.needs = needs
    self.className = className
    self.factsFrom = factsFrom
  }
}

/// What becomes different about a pupil from a day on; nil: stays as it is. Flags and details have no days.
package struct PupilChange: Hashable, Sendable {
  package var details: PupilDetails?
  package var flags: PupilFlags?
  package var yearShift: Int?
  package var status: RecordedStatus?
  /// The whole ranked list: types that are not in it end.
  package var needs: [RankedNeed]?
  /// Empty: no class from then on.
  package var className: String?

  package init(
    details: PupilDetails? = nil, flags: PupilFlags? = nil, yearShift: Int? = nil, status: RecordedStatus? = nil,
    needs: [RankedNeed]? = nil, className: String? = nil
  ) {
    self.details = details
    self.flags = flags
    self.yearShift = yearShift
    self.status = status
    self.needs = needs
    self.className = className
  }
}

extension Day {
  /// Whole years from this day to `day`.
  package func age(on day: Day) -> Int {
    let (birth, then) = (parts, day.parts)
    return then.year - birth.year - ((then.month, then.day) < (birth.month, birth.day) ? 1 : 0)
  }
}

extension Pupil {
  package var details: PupilDetails {
    PupilDetails(
      upn: upn, surname: surname, forename: forename, preferredForename: preferredForename, birthDay: birthDay,
      sex: sex, joinedOn: joinedOn)
  }
}

extension YearGroup {
  /// How far from the year of their age a child may be taught.
  package static let shifts = -3...3
}

extension Refusals {
  fileprivate mutating func addUnlessName(_ name: String, _ what: String, field: String) {
    if name.allSatisfy(\.isWhitespace) {
      add("Enter the \(what).", field: field)
    } else if name.count > PupilDetails.longestName {
      add("The \(what) is longer than \(PupilDetails.longestName) letters.", field: field)
    }
  }
}
