import Domain
import Security

/// A new password, typed twice.
struct NewPasswordForm: Sendable {
  let password: String

  /// `email` and `names` are what it must not contain: its owner's, the school's, the program's.
  init(_ form: SentForm, email: String, names: [String]) throws {
    password = form.typed("new-password")
    var refusals = Refusals()
    if password.isEmpty {
      refusals.add("Choose a password.", field: "new-password")
    } else if let sentence = PasswordRules(email: email, names: names + ["Trellis"]).refusal(of: password) {
      refusals.add(sentence, field: "new-password")
    } else if form.typed("again") != password {
      refusals.add("The two passwords are not the same. Type the new one twice.", field: "again")
    }
    try refusals.throwIfAny()
  }
}
