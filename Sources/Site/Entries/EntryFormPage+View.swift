import Components
import Domain
import Markup

extension EntryFormPage {
  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, lede: lede))\(nudging)\(Compared.table(compared))\
    \(Form(to: address, token: token, asksBeforeLeaving: drafts == nil, body: fields))
    """
  }

  /// What to look at once more: it can be sent all the same.
  private var nudging: HTML {
    if nudges.isEmpty { return .empty }
    return """
      <div class="banner warning" role="alert" tabindex="-1" data-focus><p><strong>Please look once more. Nothing is lost, and \
      nothing is sent yet.</strong></p><ul>\(each: nudges, { nudge in
        "<li><a href=\"\("#\(segment: nudge.field)" as Address)\">\(nudge.sentence(form.kind))</a></li>"
      })</ul><p>Change it, or press the button below once more: then it goes as it is.</p></div>
      """
  }

  private var fields: HTML {
    """
    \(hidden)<div class="entry-form"><div class="entry-main">\(about)\(words)</div>\(cells)\
    <div class="entry-main">\(more)\(buttons)</div></div>
    """
  }

  private var hidden: HTML {
    """
    \(if: newID, { HiddenField("id", $0).html })\(if: version, { HiddenField("version", String($0)).html })\
    \(if: !nudges.isEmpty, HiddenField("despite", EntryNudge.key(nudges)).html)
    """
  }

  private var about: HTML {
    """
    \(Radios(
      Field("kind", "What do you want to say?", error: refusals["kind"]),
      [
        Choice("provision", "Provision", hint: "Support that there is."),
        Choice("gap", "A gap", hint: "Something that is missing or not enough."),
      ], selected: form.kind.rawValue, isInline: true))\
    \(Checkboxes(
      Field("specialisms", "What is it about?", error: refusals["specialisms"]), specialisms,
      selected: specialisms.count == 1 ? Set(specialisms.map(\.value)) : form.specialisms, isInline: true))
    """
  }

  private var words: HTML {
    """
    \(TextArea(
      Field(
        "description", "What happens, or what is missing?",
        hint: "In a few sentences that somebody understands who has never seen it. No child’s name, no telephone numbers.",
        error: refusals["description"]), value: form.description, rows: 6))\
    \(TextInput(
      Field("audience", "Who is it for?", hint: "For example: children in Reception with few words", error: refusals["audience"],
        isOptional: true), value: form.audience, width: .full))
    """
  }

  private var cells: HTML {
    """
    <fieldset class="field cells\(if: refusals["cells"] != nil, " wrong")" id="cells" tabindex="-1"\
    \(attribute: "aria-describedby", refusals["cells"] == nil ? nil : "cells-error")><legend>Which cells does it serve?</legend>\
    <p class="hint">One entry can serve several. What is wanted in each stands in it\(if: !specialism.isEmpty, ": \(specialism)").\
    \(if: specialisms.count > 1, " To read it for something else, tick that above and press “Show what is wanted”.") \
    <a href="\(Way.helpOnAreas(.strands))">What the strands are</a> · <a href="\(Way.helpOnAreas(.levels))">What the levels are</a></p>\
    \(if: refusals["cells"], { "<p class=\"error\" id=\"cells-error\"><span class=\"unseen\">Error: </span>\($0)</p>" })\
    \(if: specialisms.count > 1, "<p>\(Button("Show what is wanted", style: .quiet, name: "act", value: "look"))</p>")\
    \(grid.html)</fieldset>\
    \(if: !helps.isEmpty, helping)
    """
  }

  /// The cell at hand stands open; the script moves there what is looked at.
  private var helping: HTML {
    """
    <section class="cell-helps" aria-label="Help for each cell"><h2>Help, good examples and questions</h2>\
    <div data-cell-at-hand>\(each: helps.filter(\.isOpen), draw)</div>\
    \(Details("Help for \(helps.contains(where: \.isOpen) ? "the other" : "each of the") cells", body: "\(each: helps.filter { !$0.isOpen }, draw)"))</section>
    """
  }

  private func draw(_ help: Help) -> HTML {
    """
    <details class="more" data-cell="cell-\(help.key)"\(if: help.isOpen, " open")><summary>\(help.name)</summary>\
    <div><p><strong>What is wanted: </strong>\(help.outcome)</p><p>\(help.help)</p>\
    \(if: !help.examples.isEmpty, "<h3>Good entries</h3><ul>\(each: help.examples, { "<li>\($0)</li>" })</ul>")\
    \(if: !help.questions.isEmpty, "<h3>Ask yourself</h3><ul>\(each: help.questions, { "<li>\($0)</li>" })</ul>")</div></details>
    """
  }

  private var buttons: HTML {
    let sends =
      compared.isEmpty ? (version == nil || drafts != nil ? "Put it on the map" : "Save") : "Save mine all the same"
    let draft = Button("Save as a draft", style: .quiet, name: "act", value: "draft").html
    return """
      <div\(if: drafts != nil, " class=\"drafting\"")\(attribute: "data-draft-url", drafts)>\
      <p class="soft" role="status" data-draft-status>\(if: drafts != nil, "A draft is seen by you and your confirmed colleagues only.")</p>\
      \(ButtonRow(
        [Button(nudges.isEmpty ? sends : "\(sends) all the same", name: "act", value: "send").html]
          + (drafts == nil ? [] : [draft])
          + [LinkButton(compared.isEmpty ? "Cancel" : "Keep what stands there now", cancel, style: .quiet).html]))</div>
      """
  }
}
