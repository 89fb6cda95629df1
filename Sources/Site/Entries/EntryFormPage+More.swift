import Components
import Domain
import Markup

/// The parts that nobody has to fill in.
extension EntryFormPage {
  var more: HTML {
    """
    \(part("Title, ages and places", ["title", "age-from", "age-until", "localities", "place", "frequency"], isFilled: !form.title.isEmpty || !form.ageFrom.isEmpty || !form.ageUntil.isEmpty || !form.localities.isEmpty || !form.place.isEmpty || !form.frequency.isEmpty, whereAndWhen))\
    \(part("Of provision: numbers and cost", ["reach", "capacity", "cost", "funder"], isFilled: !form.reach.isEmpty || !form.capacity.isEmpty || !form.cost.isEmpty || !form.funder.isEmpty, numbers))\
    \(part("Of a gap: what comes of it", ["effect", "affected", "suggestion"], isFilled: form.kind == .gap, gap))\
    \(part("How you know, and who may read it", ["evidence", "public"], isFilled: !form.evidence.isEmpty || form.isPublic, evidence))
    """
  }

  /// Folded, but where something stands in it or was refused.
  private func part(_ summary: String, _ fields: [String], isFilled: Bool, _ body: HTML) -> HTML {
    Details(summary, isOpen: isFilled || fields.contains { refusals[$0] != nil }, body: body).html
  }

  private func line(_ name: String, _ label: String, _ value: String, hint: String? = nil) -> HTML {
    TextInput(
      Field(name, label, hint: hint, error: refusals[name], isOptional: true), value: value, width: .full
    ).html
  }

  private func number(_ name: String, _ label: String, _ value: String, hint: String? = nil, unit: String) -> HTML {
    NumberInput(Field(name, label, hint: hint, error: refusals[name], isOptional: true), value: value, unit: unit).html
  }

  private func text(_ name: String, _ label: String, _ value: String, hint: String? = nil) -> HTML {
    TextArea(Field(name, label, hint: hint, error: refusals[name], isOptional: true), value: value, rows: 3).html
  }

  private var whereAndWhen: HTML {
    """
    \(line("title", "Title", form.title, hint: "What people call it. Without one it goes by its first words."))\
    <div class="side-by-side">\(number("age-from", "Age from", form.ageFrom, unit: "years"))\
    \(number("age-until", "Age until", form.ageUntil, unit: "years"))</div>\
    \(if: !localities.isEmpty, Checkboxes(Field("localities", "Localities", error: refusals["localities"], isOptional: true), localities, selected: form.localities, isInline: true).html)\
    \(line("place", "Where", form.place, hint: "For example: at three family hubs"))\
    \(line("frequency", "How often", form.frequency, hint: "For example: weekly in term time"))
    """
  }

  private var numbers: HTML {
    """
    \(number("reach", "Children reached in a year", form.reach, unit: "children"))\
    \(number("capacity", "Children who could be helped in a year", form.capacity, unit: "children"))\
    \(MoneyInput(Field("cost", "Cost in a year, in pounds", hint: "Never shown to the public.", error: refusals["cost"], isOptional: true), value: form.cost, per: "a year"))\
    \(line("funder", "Who pays for it", form.funder))
    """
  }

  private var gap: HTML {
    """
    \(text("effect", "What comes of it", form.effect, hint: "What happens to children and families because it is missing?"))\
    \(number("affected", "How many children it touches", form.affected, unit: "children"))\
    \(text("suggestion", "What would help", form.suggestion))
    """
  }

  private var evidence: HTML {
    """
    \(text("evidence", "How do you know that it makes a difference?", form.evidence))\
    \(Checkbox(
      Field("public", "It may be shown to the public",
        hint: "Text, place, ages and numbers of children: only once the coordinator agrees too. Never cost, capacity, evidence or names."),
      isChosen: form.isPublic))
    """
  }
}
