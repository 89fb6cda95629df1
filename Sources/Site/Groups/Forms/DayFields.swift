import Components
import Domain
import Markup

/// Days as forms have them.
enum DayFields {
  /// From and until, side by side.
  static func span(
    _ from: String, _ until: String, _ refusals: Refusals, hint: String? = nil, isOpen: Bool = true
  ) -> HTML {
    """
    <div class="side-by-side">\
    \(DateInput(Field("from", "First day", hint: hint, error: refusals["from"]), value: from))\
    \(DateInput(
      Field(
        "until", "Last day", hint: isOpen ? "Empty: as long as it goes on." : nil, error: refusals["until"],
        isOptional: isOpen), value: until))</div>
    """
  }
}
