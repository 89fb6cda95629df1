/// Getting in, one's own account, and who else has one.
enum AccountPages {
  static func routes(_ routes: inout Routes) {
    SignInRoutes.routes(&routes)
    SecondFactorRoutes.routes(&routes)
    AccountRoutes.routes(&routes)
    ForgottenRoutes.routes(&routes)
    InvitationRoutes.routes(&routes)
    UnfinishedRoutes.routes(&routes)
    DemonstrationRoutes.routes(&routes)
    MemberRoutes.routes(&routes)
  }

  /// Every page of this folder, for the gallery and for the tests that look at all of them.
  static let all: [any Page.Type] = [
    SignInPage.self, HomePage.self, SecondFactorPage.self, SetUpPage.self, PrintedCodesPage.self, AccountPage.self,
    ForgottenPage.self, LinkSentPage.self, ResetPage.self, DeadLinkPage.self, InvitationPage.self, MembersPage.self,
    InvitePage.self, HandOverPage.self, MemberPage.self, UnfinishedPage.self,
  ]
}
