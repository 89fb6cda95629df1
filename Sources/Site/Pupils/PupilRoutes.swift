import Domain
import Store

/// The roll and what is done with one pupil.
enum PupilRoutes {
  private static let list = "/schools/{urn}/pupils"
  private static let one = "\(list)/{pupil}"

  static func routes(_ routes: inout Routes) {
    routes.get(list, .school(.see, .pupils), PupilList.show)
    routes.post("\(list)/search", .school(.see, .pupils), PupilList.search)
    routes.get("\(list)/export", .school(.see, .pupils), PupilList.export)
    routes.get("\(list)/new", .school(.do, .pupils), AddingPupil.show)
    routes.post("\(list)/new", .school(.do, .pupils), AddingPupil.send)
    routes.get(one, .school(.see, .pupils), PupilOpening.show)
    routes.post("\(one)/removal", .school(.do, .needs), RemovingPupil.send)
    routes.get("\(one)/history", .school(.see, .pupils), PupilHistory.show)

    form(DetailsForm.self, .pupils, &routes)
    form(StatusForm.self, .needs, never: .neverStatus, &routes)
    form(NeedsForm.self, .needs, never: .neverNeeds, &routes)
    form(ClassForm.self, .pupils, never: .neverClass, &routes)
    form(YearForm.self, .pupils, never: .neverYearShift, &routes)
    form(FlagsForm.self, .pupils, &routes)
    form(LeavingForm.self, .pupils, &routes)
    routes.post("\(one)/leaving/removal", .school(.do, .pupils), LeavingForm.undo)
    form(ReturnForm.self, .pupils, &routes)

    routes.get("\(one)/contacts/new", .school(.do, .contacts), ContactActs.show)
    routes.post("\(one)/contacts/new", .school(.do, .contacts), ContactActs.send)
    routes.get("\(one)/contacts/{contact}", .school(.do, .contacts), ContactActs.show)
    routes.post("\(one)/contacts/{contact}", .school(.do, .contacts), ContactActs.send)
    routes.post("\(one)/contacts/{contact}/removal", .school(.do, .contacts), ContactActs.remove)
  }

  /// A form's page and its act; with `never` also those that correct what was recorded, known by its first day.
  private static func form<Form: PupilForm>(
    _ form: Form.Type, _ noun: Noun, never: FactCorrection? = nil, _ routes: inout Routes
  ) {
    let path = "\(one)/\(Form.part.rawValue)"
    routes.get(path, .school(.do, noun), PupilActs.show(form))
    routes.post(path, .school(.do, noun), PupilActs.send(form))
    guard let never else { return }
    routes.get("\(path)/{from}", .school(.do, noun), PupilActs.show(form))
    routes.post("\(path)/{from}", .school(.do, noun), PupilActs.send(form))
    routes.post("\(path)/{from}/removal", .school(.do, noun), PupilActs.remove(never))
  }
}

/// Every page about pupils, for the gallery and the tests that look at all of them.
enum PupilPages {
  static let all: [any Page.Type] = [PupilsPage.self, PupilPage.self, PupilHistoryPage.self]
}
