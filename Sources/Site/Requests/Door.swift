package import Domain

/// Who may come in: every route names its door, and nothing is served that has none.
package enum Door: Sendable, Hashable {
  /// Anyone: signing in, help, files of the pages.
  case anyone
  /// Anyone, and only while the demonstration's doors are open.
  case demonstration
  /// An account whose password was given, before its second factor.
  case halfSignedIn
  /// Any account.
  case signedIn
  /// An account with this right in the school that the address names (`/schools/{urn}/…`). Another school's records are
  /// "not found"; a right that one's role has not is "refused".
  case school(Act, Noun)
  /// Any account with a role in the school that the address names.
  case anyoneInSchool
  /// An account with this right in the area that the address names (`/areas/{area}/…`).
  case area(Act, AreaNoun)
  /// Any account with a role in the area that the address names.
  case anyoneInArea
}
