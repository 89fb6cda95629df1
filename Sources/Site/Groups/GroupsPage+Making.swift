import Components
import Domain
import Exchange
import Hummingbird
import Markup
import Store

extension GroupsPage {
  /// `GET …/groups`
  static func show(_ visit: Visit) async throws -> Response {
    let (viewer, school, today, question) = (visit.viewer, visit.here, visit.today, GroupsQuestion(visit))
    let found = try await visit.read { connection in
      let groups = Groups(viewer, connection)
      return Found(
        lines: try groups.list(question.stored(today), own: question.when == .own),
        headings: try Catalogue(viewer, connection).headings(),
        staff: viewer.may(.see, .staff) ? try Staff(viewer, connection).list(on: today) : [],
        clashes: viewer.mayAll(.do, .groups)
          ? ClashList(try groups.clashes(from: today), nil, viewer: viewer, school: school).items.count : 0)
    }
    return visit.page(GroupsPage(found, question, viewer: viewer, school: visit.here, today: today))
  }

  struct Found: Sendable {
    let lines: [GroupLine]
    let headings: [Heading]
    let staff: [StaffMember]
    let clashes: Int
  }

  init(_ found: Found, _ question: GroupsQuestion, viewer: Viewer, school: School, today: Day) {
    let shown = found.lines.filter(question.asksFor)
    rows = shown.map { Row($0, school: school) }
    let pupils = shown.reduce(0) { $0 + $1.memberCount }
    lede =
      shown.isEmpty
      ? "On \(today.words)"
      : "\(Counting.words(shown.count, "group")) with \(Counting.words(pupils, "place")), \(today.words)"
    actions =
      viewer.mayAll(.do, .groups) ? [Link("Add a group", Way.newGroup(school))] : []
    mapImport =
      viewer.mayAll(.do, .groups) && ImportKind.map.isOpen(to: viewer) ? Way.mapImport(school) : nil
    let views = GroupsQuestion.When.allCases.filter { $0 != .own || viewer.staffMember != nil }
    tabs = views.map { when in
      Link(
        when.label, Way.groups(school).asking("when", when == .running ? "running" : when.rawValue),
        isCurrent: when == question.when)
    }
    filter = Filter(question, found, viewer: viewer, school: school)
    clashes = found.clashes > 0 ? (found.clashes, Way.clashes(school)) : nil
  }

  static var examples: [GroupsPage] {
    let (school, today) = (CatalogueExamples.school, GroupExamples.today)
    let found = Found(
      lines: GroupExamples.lines, headings: CatalogueExamples.headings, staff: GroupExamples.staff, clashes: 2)
    var narrowed = GroupsQuestion()
    narrowed.area = "SP"
    var own = GroupsQuestion()
    own.when = .own
    let nothing = Found(lines: [], headings: CatalogueExamples.headings, staff: [], clashes: 0)
    return [
      GroupsPage(found, GroupsQuestion(), viewer: CatalogueExamples.senco, school: school, today: today),
      GroupsPage(found, narrowed, viewer: CatalogueExamples.senco, school: school, today: today),
      GroupsPage(nothing, GroupsQuestion(), viewer: CatalogueExamples.senco, school: school, today: today),
      GroupsPage(nothing, own, viewer: CatalogueExamples.teacher, school: school, today: today),
    ]
  }
}

extension GroupsPage.Row {
  init(_ line: GroupLine, school: School) {
    let details = line.group.details
    name = details.name
    address = Way.group(line.group.id, school)
    heading = line.heading
    let chip = ProvisionWords.chip(details.strand, details.level)
    tags = (chip.isEmpty ? [] : [chip]) + (details.isConfidential ? [StatusTag(.confidential).html] : [])
    let isMasked = details.isConfidential && details.name == Group.confidentialName
    when = line.schedule?.words ?? (isMasked ? "Not shown" : "A way of working")
    // A way of working needs nobody to lead it, and is for all of its years.
    let isForAll = line.schedule == nil && !isMasked
    who = isMasked ? "Not shown" : isForAll && line.leads.isEmpty ? "–" : GroupWords.who(line.leads)
    years = GroupWords.years(line.years)
    pupils = isForAll && line.memberCount == 0 ? "all" : String(line.memberCount)
    dates = GroupWords.dates(details.span)
  }
}

extension GroupsPage.Filter {
  init(_ question: GroupsQuestion, _ found: GroupsPage.Found, viewer: Viewer, school: School) {
    address = Way.groups(school)
    when = question.when.rawValue
    let everyYear = school.years.map { Choice($0.code, $0.name) }
    var choices = [
      Choices(
        name: "heading", label: "Heading", choices: found.headings.map { Choice($0.id.text, $0.name) },
        selected: question.heading?.text),
      Choices(name: "year", label: "Year group", choices: everyYear, selected: question.year?.code),
      Choices(
        name: "area", label: "Area of need", choices: AreaOfNeed.all.map { Choice($0.code, $0.name) },
        selected: question.area),
    ]
    if viewer.may(.see, .staff), question.when != .own {
      choices.append(
        Choices(
          name: "staff", label: "Led by",
          choices: [Choice(GroupsQuestion.nobody, "Nobody, though it meets")]
            + found.staff.map { Choice($0.id.text, $0.name) },
          selected: question.isUnled ? GroupsQuestion.nobody : question.staff?.text))
    }
    self.choices = choices
  }
}

/// Numbers of things in words.
enum Counting {
  /// `1 group`, `12 groups`.
  static func words(_ count: Int, _ thing: String) -> String { "\(count) \(thing)\(count == 1 ? "" : "s")" }
}
