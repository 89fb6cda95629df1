package import Domain

/// An invented school whose people, pupils and groups have fixed ids, so that tests can name them. Two are laid into
/// every sample database: whoever belongs to one is a stranger in the other.
package struct SampleSchool: Sendable {
  package let number: UInt64
  package let name: String
  /// Begins with 9: no school has such a number.
  package let urn: String
  package let phase: Phase
  package let pupils: [SamplePupil]

  package static let ashfieldPrimary = SampleSchool(
    number: 1, name: "Ashfield Primary School", urn: "900001", phase: .primary,
    pupils: [.amina, .jakub, .tom, .ella])
  package static let brookvaleSecondary = SampleSchool(
    number: 2, name: "Brookvale Secondary School", urn: "900002", phase: .secondary,
    pupils: [.zofia, .daniel])

  package static let both = [ashfieldPrimary, brookvaleSecondary]

  package var id: ID<Organisation> { id(of: 1) }

  /// The fixed id of the thing with this number here. Numbers are given out in `SampleSchool+Laying.swift`.
  package func id<Noun>(of thing: UInt64) -> ID<Noun> {
    ID(high: 0x0190_0000_0000_7000 | number, low: 0x8000_0000_0000_0000 | thing)
  }

  /// Who holds `role` here: one account for each role, and nobody with two.
  package func person(_ role: Role) -> SamplePerson { SamplePerson(role, in: self) }

  /// `role` as one who asks, without signing in: for tests of the store.
  package func viewer(_ role: Role) -> Viewer {
    let person = person(role)
    return Viewer(
      account: person.account, organisation: id, roles: [role], staffMember: person.staffMember, name: person.name)
  }

  /// The same as text, for things that have no type of their own.
  func key(_ thing: UInt64) -> String { (id(of: thing) as ID<Never>).text }

  package var operatorViewer: Viewer { Viewer(operatorIn: id) }

  /// Led by the teaching assistant on Tuesdays and Thursdays; its pupil is the first.
  package var phonicsGroup: ID<Group> { id(of: 301) }
  /// Confidential, led by nobody, so that only those who may see confidential provision see it; its pupil is the second.
  package var counsellingGroup: ID<Group> { id(of: 302) }
  package var phonicsMember: ID<GroupMember> { id(of: 311) }
  package var phonicsLead: ID<GroupLead> { id(of: 321) }
  package var phonicsType: ID<ProvisionType> { id(of: 202) }
  package var literacyHeading: ID<Heading> { id(of: 201) }
  package var schoolBudget: ID<FundingStream> { id(of: 211) }
  package var assistantPay: ID<PayRole> { id(of: 102) }
  package var teacherPay: ID<PayRole> { id(of: 101) }
}

/// The account that holds one role in a sample school. Teacher, teaching assistant and SENCO are staff too.
package struct SamplePerson: Sendable {
  package let role: Role
  package let school: SampleSchool

  package init(_ role: Role, in school: SampleSchool) {
    self.role = role
    self.school = school
  }

  /// The same for everybody, and good enough for the rules.
  package static let password = "lantern gravel otter 58"

  private var place: UInt64 { UInt64(Role.allCases.firstIndex(of: role)!) }

  package var account: ID<Account> { school.id(of: 20 + place) }
  package var membership: ID<Membership> { school.id(of: 40 + place) }
  package var email: String { "\(role.rawValue)@\(school.urn).example" }

  package var staffMember: ID<StaffMember>? {
    switch role {
    case .senco, .teacher, .teachingAssistant: school.id(of: 60 + place)
    default: nil
    }
  }

  package var name: String {
    switch role {
    case .senco: "Ruth Lowe"
    case .assistantSenco: "Imran Shah"
    case .headTeacher: "Helen Marsh"
    case .administrator: "Carol Finch"
    case .governor: "Douglas Orr"
    case .moderator: "Irene Walsh"
    case .dataProtection: "Neil Frost"
    case .finance: "Priya Nair"
    case .teacher: "Peter Hale"
    case .teachingAssistant: "Dawn Carter"
    case .office: "Beryl Stone"
    }
  }
}

/// A pupil of a sample school.
package struct SamplePupil: Sendable {
  package let number: UInt64
  package let forename: String
  package let surname: String
  package let born: Day
  package let className: String
  /// N, K or E, since the day they joined.
  package let status: String
  /// A code of the school census, such as `SLCN`; nil where there is none.
  package let need: String?
  package let flags: PupilFlags

  package init(
    number: UInt64, _ forename: String, _ surname: String, born: Day, in className: String, status: String,
    need: String? = nil, flags: PupilFlags = []
  ) {
    self.number = number
    self.forename = forename
    self.surname = surname
    self.born = born
    self.className = className
    self.status = status
    self.need = need
    self.flags = flags
  }

  /// Year 3, SEN support for speech and language; in the phonics group and in the teacher's class.
  package static let amina = SamplePupil(
    number: 501, "Amina", "Yusuf", born: Day(2019, 3, 14)!, in: "3A", status: "K", need: "SLCN", flags: .eal)
  /// Year 5, with an EHC plan; in the confidential group.
  package static let jakub = SamplePupil(
    number: 502, "Jakub", "Wójcik", born: Day(2017, 1, 30)!, in: "5B", status: "E", need: "ASD")
  /// Year 3, watched without SEN support; in the teacher's class.
  package static let tom = SamplePupil(
    number: 503, "Tom", "O’Hara", born: Day(2018, 11, 2)!, in: "3A", status: "N", flags: .watch)
  /// Year 1, no SEN.
  package static let ella = SamplePupil(number: 504, "Ella", "Price", born: Day(2021, 6, 9)!, in: "1C", status: "N")

  /// Year 8 at the secondary school.
  package static let zofia = SamplePupil(
    number: 501, "Zofia", "Lis", born: Day(2014, 5, 21)!, in: "8K", status: "K", need: "SPLD")
  /// Year 10 at the secondary school.
  package static let daniel = SamplePupil(
    number: 502, "Daniel", "Adeyemi", born: Day(2012, 2, 8)!, in: "10M", status: "E", need: "SEMH")

  package func id(in school: SampleSchool) -> ID<Pupil> { school.id(of: number) }
}
