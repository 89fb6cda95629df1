/// A review of the support in an area, with a web address of its own: an authority's, a health board's. It is the keeper of
/// all that is entered in it. Rounds repeat it.
package struct Area: Hashable, Sendable {
  package let id: ID<Organisation>
  /// The authority or board: `Northvale`.
  package let name: String
  /// The last step of `/areas/{address}`.
  package let address: String
  package let details: AreaDetails
  package let version: Int
  /// Whether it belongs to the demonstration.
  package let isDemonstration: Bool

  package init(
    id: ID<Organisation>, name: String, address: String, details: AreaDetails, version: Int,
    isDemonstration: Bool = false
  ) {
    self.id = id
    self.name = name
    self.address = address
    self.details = details
    self.version = version
    self.isDemonstration = isDemonstration
  }

  /// Whether somebody can join on `day`.
  package func isOpen(on day: Day) -> Bool {
    (details.opensOn.map { $0 <= day } ?? true) && (details.closesOn.map { day <= $0 } ?? true)
  }

  /// Words that lead elsewhere under `/areas/`.
  package static let wordsOfPages: Set<String> = ["new", "join", "register"]

  /// Small letters, digits and single hyphens between them, 3 to 60; nil for what cannot stand in a web address so, and for
  /// words that lead elsewhere.
  package static func address(_ typed: String) -> String? {
    let text = typed.trimmingSpaces.lowercased()
    let isPlain = text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    guard isPlain, (3...60).contains(text.utf8.count), text.first != "-", text.last != "-", !text.contains("--"),
      !wordsOfPages.contains(text)
    else { return nil }
    return text
  }
}

/// What a project says of itself.
package struct AreaDetails: Hashable, Sendable {
  /// `Speech, language and communication in Northvale`.
  package var title: String
  /// What the review is for, in a few sentences that anybody can read.
  package var about: String
  /// Who organises it, and so has the code: `Northvale Children's Commissioning`.
  package var organiser: String
  /// How to reach them: an e-mail address, a telephone number, a name.
  package var contact: String
  /// Whether it stands in the public list of projects. One that does not is reachable by its address alone.
  package var isListed: Bool
  package var opensOn: Day?
  package var closesOn: Day?
  /// Whether its public map is shown to anybody.
  package var publishesMap: Bool
  /// Whether parents and young people may answer its survey.
  package var takesSurvey: Bool

  package init(
    title: String, about: String = "", organiser: String = "", contact: String = "", isListed: Bool = false,
    opensOn: Day? = nil, closesOn: Day? = nil, publishesMap: Bool = false, takesSurvey: Bool = false
  ) {
    self.title = title
    self.about = about
    self.organiser = organiser
    self.contact = contact
    self.isListed = isListed
    self.opensOn = opensOn
    self.closesOn = closesOn
    self.publishesMap = publishesMap
    self.takesSurvey = takesSurvey
  }

  /// Trimmed. Refuses a blank title, texts that are too long, and an end before the beginning, each at its field.
  package func checked() throws(Refusals) -> AreaDetails {
    var checked = self
    var refusals = Refusals()
    checked.title = title.trimmingSpaces
    checked.about = about.trimmingSpaces
    checked.organiser = organiser.trimmingSpaces
    checked.contact = contact.trimmingSpaces
    if checked.title.isEmpty { refusals.add("Give the project a title.", field: "title") }
    if checked.title.count > 200 { refusals.add("A title has at most 200 characters.", field: "title") }
    if checked.about.count > 4000 { refusals.add("What it is for has at most 4,000 characters.", field: "about") }
    if checked.organiser.count > 200 { refusals.add("The organiser has at most 200 characters.", field: "organiser") }
    if checked.contact.count > 400 { refusals.add("The contact has at most 400 characters.", field: "contact") }
    if let opensOn, let closesOn, closesOn < opensOn {
      refusals.add("It closes before it opens.", field: "closes-on")
    }
    if !refusals.all.isEmpty { throw refusals }
    return checked
  }
}

/// One time that an area is asked. What was entered in a round that is closed stays as it was.
package struct Round: Hashable, Sendable {
  package let id: ID<Round>
  /// From 1.
  package let number: Int
  /// `Autumn 2026`; empty: it goes by its number.
  package let name: String
  package let framework: ID<Framework>
  package let from: Day
  /// The last day on which entries are taken; nil: until it is closed.
  package let until: Day?
  package let isClosed: Bool
  package let version: Int

  package init(
    id: ID<Round>, number: Int, name: String, framework: ID<Framework>, from: Day, until: Day?, isClosed: Bool,
    version: Int
  ) {
    self.id = id
    self.number = number
    self.name = name
    self.framework = framework
    self.from = from
    self.until = until
    self.isClosed = isClosed
    self.version = version
  }

  /// `Round 2`, `Round 2: Autumn 2026`.
  package var title: String { name.isEmpty ? "Round \(number)" : "Round \(number): \(name)" }

  /// Whether entries are taken on `day`.
  package func takesEntries(on day: Day) -> Bool { !isClosed && from <= day && (until.map { day <= $0 } ?? true) }
}

/// A ward, a district: a part of an area by which its map can be cut.
package struct Locality: Hashable, Sendable {
  package let id: ID<Locality>
  package let name: String
  /// Of the office that counts people, such as `E05000819`; nil where unknown.
  package let code: String?

  package init(id: ID<Locality>, name: String, code: String?) {
    self.id = id
    self.name = name
    self.code = code
  }
}

/// A kind of organisation that is asked: schools, health services, voluntary groups. Each area has its own list.
package struct Sector: Hashable, Sendable {
  package let key: String
  package let name: String
  /// Whether the review needs an answer of it.
  package let isExpected: Bool

  package init(key: String, name: String, isExpected: Bool) {
    self.key = key
    self.name = name
    self.isExpected = isExpected
  }

  /// What an area starts with.
  package static let usual: [Sector] = [
    Sector(key: "school", name: "Schools", isExpected: true),
    Sector(key: "early-years", name: "Early years settings", isExpected: true),
    Sector(key: "college", name: "Colleges and post-16", isExpected: false),
    Sector(key: "health", name: "Health services", isExpected: true),
    Sector(key: "authority", name: "Local authority services", isExpected: true),
    Sector(key: "social-care", name: "Social care", isExpected: false),
    Sector(key: "voluntary", name: "Voluntary and community groups", isExpected: true),
    Sector(key: "parents", name: "Parent and carer groups", isExpected: true),
    Sector(key: "independent", name: "Independent providers", isExpected: false),
    Sector(key: "other", name: "Other", isExpected: false),
  ]
}

/// An organisation that takes part in an area's review, or is expected to: a school, a service, a group. The area keeps
/// it; that it takes part opens nothing of its own records.
package struct Participant: Hashable, Sendable {
  package let id: ID<Participant>
  package let name: String
  /// The key of its sector.
  package let sector: String
  /// A school's number in the national register.
  package let urn: String?
  package let locality: ID<Locality>?
  /// Whether the coordinator waits for its answer.
  package let isExpected: Bool
  package let version: Int

  package init(
    id: ID<Participant>, name: String, sector: String, urn: String?, locality: ID<Locality>?, isExpected: Bool,
    version: Int
  ) {
    self.id = id
    self.name = name
    self.sector = sector
    self.urn = urn
    self.locality = locality
    self.isExpected = isExpected
    self.version = version
  }
}
