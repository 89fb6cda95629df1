import Domain
import Store

/// How a person comes into an area: with its code, by registering or, with an account, by joining; and the terms of use.
enum JoiningRoutes {
  static func routes(_ routes: inout Routes) {
    routes.get("\(AreaRoutes.one)/register", .anyone, RegisterActs.show)
    routes.post("\(AreaRoutes.one)/register", .anyone, RegisterActs.send)
    routes.get("\(AreaRoutes.one)/registration/{token}", .anyone, ConfirmEmailActs.show)
    routes.post("\(AreaRoutes.one)/registration/{token}", .anyone, ConfirmEmailActs.confirm)
    routes.get("\(AreaRoutes.one)/join", .signedIn, JoinActs.show)
    routes.post("\(AreaRoutes.one)/join", .signedIn, JoinActs.join)
    routes.get("\(AreaRoutes.one)/terms", .anyone, TermsPage.show)
    routes.post("\(AreaRoutes.one)/terms", .anyoneInArea, TermsPage.accept)
    routes.get("\(AreaRoutes.one)/invitation/{token}", .anyone, AreaInvitationActs.show)
    routes.post("\(AreaRoutes.one)/invitation/{token}", .anyone, AreaInvitationActs.accept)
  }

  static let pages: [any Page.Type] = [
    RegisterPage.self, LookIntoMailPage.self, ConfirmEmailPage.self, JoinPage.self, TermsPage.self,
  ]
}
