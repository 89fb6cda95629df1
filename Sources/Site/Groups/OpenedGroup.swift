import Components
import Domain
import SQL
import Store

/// A group as its pages need it, for who asks.
struct OpenedGroup: Sendable {
  let whole: WholeGroup
  let school: School
  let viewer: Viewer
  let today: Day
  let calendar: SchoolCalendar
  /// For choosing from; empty for who may not change groups.
  var headings: [Heading] = []
  var streams: [FundingStream] = []
  var staff: [StaffMember] = []

  var group: Group { whole.group }
  var id: ID<Group> { whole.group.id }
  var mayChange: Bool {
    viewer.mayAll(.do, .groups) && (!group.details.isConfidential || viewer.may(.do, .confidential))
  }
  /// Today, or the group's nearest day to it.
  var day: Day { max(group.details.span.from, min(today, group.details.span.until ?? today)) }
  var schedule: Schedule? { whole.schedules.first { $0.span.contains(day) }?.schedule }

  static func find(_ id: ID<Group>, _ visit: Visit, _ connection: any Connection) throws -> OpenedGroup {
    let viewer = visit.viewer
    var opened = OpenedGroup(
      whole: try Groups(viewer, connection).whole(id), school: visit.here, viewer: viewer, today: visit.today,
      calendar: try SchoolCalendars.load(viewer.organisation, connection))
    guard opened.mayChange else { return opened }
    let catalogue = Catalogue(viewer, connection)
    opened.headings = try catalogue.headings()
    opened.streams = try catalogue.streams()
    opened.staff = try Staff(viewer, connection).list()
    return opened
  }

  static func trail(_ opened: OpenedGroup) -> [Components.Link] {
    [
      Link(opened.school.name, Way.school(opened.school)), Link("Groups", Way.groups(opened.school)),
      Link(opened.group.details.name, Way.group(opened.id, opened.school)),
    ]
  }

  func lead(_ id: ID<GroupLead>) throws -> LeadLine {
    guard let lead = whole.leads.first(where: { $0.lead.id == id }) else { throw Refusal.notFound() }
    return lead
  }

  func place(_ id: ID<GroupMember>) throws -> PlaceLine {
    guard let place = whole.places.first(where: { $0.place.id == id }) else { throw Refusal.notFound() }
    return place
  }

  func item(_ id: ID<GroupItem>) throws -> GroupItem {
    guard let item = whole.items.first(where: { $0.id == id }) else { throw Refusal.notFound() }
    return item
  }
}
