import Domain
import Markup
import SQL
import Store

/// What a pupil gets and got, and what it costs in the school year, in finished words: the first part of the pupil's page.
struct PupilSupport: Sendable, Hashable {
  /// One place in a group.
  struct Line: Sendable, Hashable {
    let name: String
    let address: Address
    let heading: String
    /// `20 min, Tue Thu 09:15`.
    let when: String
    let with: String
    /// `Since 7 September 2026`.
    let dates: String
    let isNow: Bool
    /// To date and over the year, with the way to its working; nil where costs are not for the viewer.
    var cost: Figure?
  }

  struct Figure: Sendable, Hashable {
    let toDate: String
    let year: String
    let working: Address
  }

  var lines: [Line]
  /// All of it; nil where costs are not for the viewer.
  var total: Figure?
  /// `2026/27`.
  var yearName: String
  var usesReferenceRates = false

  /// For who may see groups; confidential provision only for who may know of it.
  static func isOpen(to viewer: Viewer) -> Bool { viewer.may(.see, .groups) }

  static func find(
    _ record: PupilRecord, for viewer: Viewer, _ connection: any Connection
  ) throws -> PupilSupport? {
    guard isOpen(to: viewer) else { return nil }
    let places = try Groups(viewer, connection).ofPupil(record.pupil.id, on: record.today)
    let year = AcademicYear(containing: record.day)
    let question = MapQuestion(.period(year.period, asAt: min(record.today, year.period.until)))
    let costs =
      viewer.may(.see, .costs)
      ? try SchoolMaps(viewer, connection).costs(of: record.pupil.id, question, at: record.school) : nil
    return PupilSupport(places, costs, year, record)
  }

  private init(_ places: [GroupOfPupil], _ costs: PupilCosts?, _ year: AcademicYear, _ record: PupilRecord) {
    lines = []
    yearName = year.words
    // A way of working has no cost, which is another thing than a cost of nothing.
    let costed = costs?.groups.filter { !$0.lines.isEmpty || $0.unledFrom != nil } ?? []
    var figures = Dictionary(costed.map { ($0.group.id, $0.total) }) { first, _ in first }
    let unled = Set(costs?.groups.filter { $0.unledFrom != nil }.map(\.group.id) ?? [])
    for place in places {
      // A group's figure stands once, at the latest of the pupil's places in it.
      let figure = figures.removeValue(forKey: place.group.id)
      lines.append(
        PupilSupport.line(
          place, record, isUnled: unled.contains(place.group.id),
          figure.map { Figure($0, place.group.id, costs!.question, record) }))
    }
    if let costs, !costs.groups.isEmpty {
      total = Figure(costs.total, nil, costs.question, record)
      usesReferenceRates = costs.usesReferenceRates
    }
  }

  private static func line(_ found: GroupOfPupil, _ record: PupilRecord, isUnled: Bool, _ cost: Figure?) -> Line {
    let until = [found.place.span.until, found.group.span.until].compactMap { $0 }.min()
    let span = Span(found.place.span.from, until) ?? found.place.span
    return Line(
      name: found.group.name, address: Way.group(found.group.id, record.school), heading: found.heading,
      when: found.schedule?.words ?? "Strategy: no set times",
      with: found.leads.isEmpty && isUnled ? MapWords.unled : found.leads.map(\.name).joined(separator: ", "),
      dates: PupilWording.words(span, today: record.today), isNow: (span.until ?? record.today) >= record.today,
      cost: cost)
  }

  init(lines: [Line], total: Figure?, yearName: String, usesReferenceRates: Bool) {
    self.lines = lines
    self.total = total
    self.yearName = yearName
    self.usesReferenceRates = usesReferenceRates
  }
}

extension PupilSupport.Figure {
  init(_ figures: PupilCosts.Figures, _ group: ID<Group>?, _ question: MapQuestion, _ record: PupilRecord) {
    var question = question
    question.pupils = [record.pupil.id]
    let working = MapAddress(school: record.school, question: question).at("\(Way.map(record.school))/working")
    toDate = figures.toDate.words(lacking: figures.unpriced, unled: figures.unled)
    year = figures.projected.words(lacking: figures.unpriced, unled: figures.unled)
    self.working = group.map { working.asking("group", $0.text) } ?? working
  }
}

extension PupilSupport {
  static let example = PupilSupport(
    lines: [
      Line(
        name: "Narrative group", address: "/schools/900001/groups/1", heading: "Language and communication",
        when: "20 min, Tue Thu 09:15", with: "Dawn Carter", dates: "Since 7 September 2026", isNow: true,
        cost: Figure(toDate: "£41.20", year: "£158.67", working: "/schools/900001/map/working?group=1")),
      Line(
        name: "Visual timetable", address: "/schools/900001/groups/2", heading: "All areas",
        when: "Strategy: no set times", with: "", dates: "Since 7 September 2026", isNow: true, cost: nil),
      Line(
        name: "Phonics catch-up", address: "/schools/900001/groups/3", heading: "Literacy",
        when: "15 min, every day 09:00", with: "Dawn Carter", dates: "12 January to 27 March 2026", isNow: false,
        cost: nil),
    ],
    total: Figure(toDate: "£41.20", year: "£158.67", working: "/schools/900001/map/working"), yearName: "2026/27",
    usesReferenceRates: true)
}
