import Domain
import Hummingbird
import Store

/// What a project is: for its coordinators.
enum ProjectRoutes {
  static let project = "\(AreaRoutes.one)/project"

  static func routes(_ routes: inout Routes) {
    let door = Door.area(.do, .project)
    routes.get(project, door, ProjectPage.show)
    routes.get("\(project)/details", door, ProjectDetailsActs.show)
    routes.post("\(project)/details", door, ProjectDetailsActs.send)
    routes.get("\(project)/rounds/new", door, RoundActs.new)
    routes.post("\(project)/rounds/new", door, RoundActs.add)
    routes.get("\(project)/rounds/{round}", door, RoundActs.show)
    routes.post("\(project)/rounds/{round}", door, RoundActs.change)
    routes.post("\(project)/rounds/{round}/closing", door, RoundActs.close)
    routes.get("\(project)/localities", door, LocalityActs.show)
    routes.post("\(project)/localities", door, LocalityActs.send)
    routes.post("\(project)/localities/file", door, takesTooLarge: true, LocalityActs.takeList)
    routes.post("\(project)/boundaries", door, takesTooLarge: true, LocalityActs.takeBoundaries)
    routes.get("\(project)/sectors", door, ProjectListActs.showSectors)
    routes.post("\(project)/sectors", door, ProjectListActs.sendSectors)
    routes.get("\(project)/specialisms", door, ProjectListActs.showSpecialisms)
    routes.post("\(project)/specialisms", door, ProjectListActs.sendSpecialisms)
    routes.get("\(project)/terms", door, TermsActs.show)
    routes.post("\(project)/terms", door, TermsActs.send)
    routes.get("\(project)/framework", .anyoneInArea, FrameworkPage.show)
    routes.post("\(project)/framework/levels", door, FrameworkActs.addLevels)
    routes.get("\(project)/framework/{specialism}/{strand}/{level}", door, FrameworkActs.show)
    routes.post("\(project)/framework/{specialism}/{strand}/{level}", door, FrameworkActs.send)
  }
}

/// Every page of a project, for the gallery and the tests that look at all of them.
enum ProjectPages {
  static let all: [any Page.Type] = [ProjectPage.self, FrameworkPage.self]
}
