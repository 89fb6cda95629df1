import Domain
import SQL
import Store

/// A map that a school keeps as a table, to become groups.
struct MapSource: ImportSource {
  let map: MapTable

  func compare(_ asking: ImportAsking, _ connection: any Connection) throws -> ImportPlan {
    let school = try GroupSurroundings(asking, connection)
    var reading = MapReading(school, asking)
    let groups = reading.groups(map.cells)
    var planning = GroupPlanning(asking, school)
    planning.warnings = map.warnings + reading.warnings
    planning.names = reading.names
    let planned = planning.plan(planning.sessions(of: groups))
    return GroupWriting.plan(planned, planning, asking)
  }
}
