import Domain
import Store

/// Groups: the list, one group, and what is done with it.
enum GroupRoutes {
  private static let list = "/schools/{urn}/groups"
  private static let one = "\(list)/{group}"

  static func routes(_ routes: inout Routes) {
    routes.get(list, .school(.see, .groups), GroupsPage.show)
    routes.get("\(list)/new", .school(.do, .groups), NewGroupPage.show)
    routes.post("\(list)/new", .school(.do, .groups), NewGroupPage.send)
    routes.get("\(list)/clashes", .school(.do, .groups), ClashPage.show)
    routes.post("\(list)/sharing", .school(.do, .groups), ClashPage.share)
    routes.get(one, .school(.see, .groups), GroupPage.show)
    routes.get("\(one)/pupils", .school(.do, .groups), AddPupilsPage.show)
    routes.post("\(one)/pupils", .school(.do, .groups), AddPupilsPage.send)

    form(CorrectForm.self, one, &routes)
    form(ScheduleForm.self, one, &routes)
    form(EndForm.self, one, &routes)
    form(ExtendForm.self, one, &routes)
    form(CopyForm.self, one, &routes)
    form(AddLeadForm.self, one, &routes)
    form(ItemForm.self, one, &routes)
    thing(LeadForm.self, &routes)
    thing(CorrectLeadForm.self, &routes)
    thing(PlaceForm.self, &routes)
    thing(CorrectPlaceForm.self, &routes)
    thing(ItemForm.self, &routes)
    routes.post("\(one)/removal", .school(.do, .groups), GroupActs.removeGroup)
    for part in [GroupPart.leads, .places, .items] {
      routes.post("\(one)/\(part.rawValue)/{thing}/removal", .school(.do, .groups), GroupActs.remove(part))
    }
  }

  private static func form<Form: GroupForm>(_ form: Form.Type, _ path: String, _ routes: inout Routes) {
    routes.get("\(path)/\(Form.part.rawValue)", .school(.do, .groups), GroupActs.show(form))
    routes.post("\(path)/\(Form.part.rawValue)", .school(.do, .groups), GroupActs.send(form))
  }

  /// A form about one lead, place or item.
  private static func thing<Form: GroupForm>(_ form: Form.Type, _ routes: inout Routes) {
    let path = "\(one)/\(Form.part.rawValue)/{thing}\(Form.isCorrection ? "/correct" : "")"
    routes.get(path, .school(.do, .groups), GroupActs.show(form))
    routes.post(path, .school(.do, .groups), GroupActs.send(form))
  }
}

/// Every page about groups, for the gallery and the tests that look at all of them.
enum GroupPages {
  static let all: [any Page.Type] = [
    GroupsPage.self, GroupPage.self, ChooseTypePage.self, NewGroupPage.self, AddPupilsPage.self,
    ClashPage.self,
  ]
}
