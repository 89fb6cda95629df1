import Domain
import Store

/// Who takes part in an area: people and organisations, the code, invitations, reminders.
enum PeopleRoutes {
  private static let people = "\(AreaRoutes.one)/people"
  private static let organisations = "\(people)/organisations"
  private static let person = "\(people)/{account}"

  static func routes(_ routes: inout Routes) {
    routes.get(people, .area(.see, .participants), PeoplePage.show)
    routes.post("\(person)/confirmation", .area(.do, .participants), PersonActs.confirm)

    routes.get("\(people)/code", .area(.see, .code), CodePage.show)
    routes.get("\(people)/code/new", .area(.do, .code), IssueCodeForm.show)
    routes.post("\(people)/code/new", .area(.do, .code), IssueCodeForm.send)

    routes.get("\(people)/invite", .area(.do, .members), AreaInviteActs.show)
    routes.post("\(people)/invite", .area(.do, .members), AreaInviteActs.invite)
    routes.post("\(people)/invitations/{invitation}/issue", .area(.do, .members), AreaInviteActs.issueAgain)
    routes.post("\(people)/invitations/{invitation}/withdraw", .area(.do, .members), AreaInviteActs.withdraw)

    routes.get("\(people)/reminders", .area(.do, .members), RemindersPage.show)
    routes.post("\(people)/reminders", .area(.do, .members), RemindersPage.send)

    routes.get(organisations, .area(.see, .participants), OrganisationsPage.show)
    routes.get("\(organisations)/new", .area(.do, .members), OrganisationActs.new)
    routes.post("\(organisations)/new", .area(.do, .members), OrganisationActs.add)
    routes.get("\(organisations)/list", .area(.do, .members), PasteListPage.show)
    routes.post("\(organisations)/list", .area(.do, .members), PasteListPage.send)
    routes.get("\(organisations)/register", .area(.do, .members), FromRegisterPage.show)
    routes.post("\(organisations)/register", .area(.do, .members), FromRegisterPage.send)
    routes.get("\(organisations)/{participant}", .area(.do, .members), OrganisationActs.show)
    routes.post("\(organisations)/{participant}", .area(.do, .members), OrganisationActs.change)
    routes.get("\(organisations)/{participant}/merge", .area(.do, .members), MergePage.show)
    routes.post("\(organisations)/{participant}/merge", .area(.do, .members), MergePage.send)
    routes.post("\(organisations)/{participant}/removal", .area(.do, .members), OrganisationActs.remove)

    routes.get(person, .area(.do, .members), PersonPage.show)
    routes.post("\(person)/move", .area(.do, .members), PersonActs.move)
    routes.post("\(person)/roles", .area(.do, .members), PersonActs.give)
    routes.post("\(person)/roles/{role}/end", .area(.do, .members), PersonActs.end)
    routes.get("\(person)/hand-on", .area(.do, .members), HandOnPage.show)
    routes.post("\(person)/hand-on", .area(.do, .members), HandOnPage.send)
    routes.get("\(person)/removal", .area(.do, .members), RemovePersonPage.show)
    routes.post("\(person)/removal", .area(.do, .members), RemovePersonPage.send)
  }

  static let pages: [any Page.Type] = [
    PeoplePage.self, PersonPage.self, HandOnPage.self, RemovePersonPage.self, CodePage.self, RemindersPage.self,
    OrganisationsPage.self, PasteListPage.self, FromRegisterPage.self, MergePage.self,
  ]
}
