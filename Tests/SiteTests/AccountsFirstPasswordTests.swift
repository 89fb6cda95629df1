import Domain
import SQL
import Security
import Store
import TestSupport
import Testing

@testable import Site

/// The page on which a password is chosen by a link.
@Suite struct AccountsFirstPasswordTests {
  @Test(arguments: Engine.all) func `a new account is told what comes next, and nothing of before`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let senco = SampleSchool.ashfieldPrimary.person(.senco).account
    let (first, again) = try await site.database.write(keeper: "operator") { connection in
      let new = try Accounts.add(email: "new@ashfield.example", name: "Nia New", connection)
      return (
        try PasswordResets.issue(for: new, lasting: PasswordResets.mailed, connection),
        try PasswordResets.issue(for: senco, lasting: PasswordResets.mailed, connection)
      )
    }
    let browser = site.browser()
    var page = try await browser.open("/password-reset/\(first.printed)")
    #expect(page.h1 == "Choose your password" && !page.says("signed out everywhere") && !page.says("as before"))
    #expect(page.says("signing in then shows you how to set up a second factor"))
    page = try await browser.open("/password-reset/\(again.printed)")
    #expect(page.h1 == "Choose a new password" && page.says("You are signed out everywhere."))
  }
}
