import Components
import Markup
import Domain

/// Fields that several forms about pupils have.
enum PupilFields {
  /// From when, and for a correction until when.
  static func days(from: String, until: String?, _ refusals: Refusals) -> HTML {
    guard let until else {
      return DateInput(
        Field("from", "From", hint: "The first day on which it holds. \(DateInput.hint)", error: refusals["from"]),
        value: from
      ).html
    }
    return Fieldset(
      "When", hint: "Both days count. \(DateInput.hint)",
      body: """
        <div class="side-by-side">\(DateInput(Field("from", "First day", error: refusals["from"]), value: from))\
        \(DateInput(Field("until", "Last day", error: refusals["until"], isOptional: true), value: until))</div>
        """
    ).html
  }
}

extension String {
  /// With a small letter, within a sentence.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
