import Components
import Domain
import Exchange
import Markup

extension ImportPreviewPage {
  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, lede: lede))\
    \(each: warnings, { InsetText("<p>\($0)</p>").html })\
    \(if: nothing, { InsetText("<p>\($0)</p>").html })\
    \(Details(columns.rows.isEmpty ? "From which day it counts" : "Columns: how we read your file", isOpen: hasColumnErrors, body: columns.html))\
    \(Components.Form(to: address, token: token, body: fields))
    """
  }

  private var hasColumnErrors: Bool {
    refusals.all.contains { each in
      each.field == "effective" || each.field == "until" || columns.rows.contains { $0.field == each.field }
    }
  }

  private var fields: HTML {
    """
    \(if: !matches.isEmpty, Details("Your words and your catalogue: \(matches.count) to check", isOpen: true, body: matching).html)\
    \(if: !names.isEmpty, Details("What your provision is called: \(names.count) names", isOpen: namesWereRead, body: naming).html)\
    \(table)\(if: !notes.isEmpty, noteworthy)\(if: asking.missing > 0, leavers)\(if: asking.offers > 0, offers)\
    \(if: asking.refused > 0 && asking.button != nil, skipping)\
    \(if: closesDemonstration && asking.button != nil, WarningText(ImportWords.closing).html)\(buttons)
    """
  }

  private var matching: HTML {
    """
    <p>What stands beside your rows, and what of your catalogue it was taken for. Change what is wrong, then show it again.</p>\
    <div class="side-by-side">\(each: matches, { Select($0.field, $0.choices, selected: $0.taken).html })</div>
    """
  }

  private var naming: HTML {
    """
    <p>Times and staff were taken off what stands beside your rows. Correct a name that was read badly, then show it again. \
    What was taken for something of your catalogue is called as it is there.</p>\
    <div class="side-by-side">\(each: names, { TextInput($0.field, value: $0.name, autocomplete: "off", limit: 200).html })</div>
    """
  }

  private var noteworthy: HTML {
    let table = DataTable(
      "Worth a look", showsCaption: false,
      columns: [
        DataTable.Column("Column"), DataTable.Column("Row", .number),
        DataTable.Column("What to look at", isPlain: true),
      ],
      rows: notes.map { [.text($0.column), .text($0.row.map(String.init) ?? ""), .text($0.sentence)] }, isList: true)
    return Details("Worth a look: \(notes.count)", isOpen: notes.count <= 10, body: table.html).html
  }

  private var leavers: HTML {
    """
    <fieldset class="field"><legend>Has anybody left?</legend>\
    <p class="hint">Tick them in the list of who is missing. Nothing is done with the others.</p>\
    \(if: asking.mayAllHaveLeft, Checkbox(Field("all-left", "All \(asking.missing) who are missing from the file have left"), isChosen: asking.allLeft).html)\
    \(DateInput(Field("left-on", "Last day of those who left", hint: "Such as 17 July 2026.", error: refusals["left-on"], isOptional: true), value: asking.leftOn))</fieldset>
    """
  }

  private var offers: HTML {
    """
    <div class="inset"><p>Your table mentions minutes or staff that are not taken yet (\(asking.offers)). Tick those that are \
    right in the list of groups, or take all of them. Without minutes a group costs nothing.</p>\
    \(Button("Take all of them and show it again", style: .quiet, name: "take", value: "offers", to: "\(address)/answers"))</div>
    """
  }

  private var skipping: HTML {
    let rows = asking.refused == 1 ? "the row" : "the \(asking.refused) rows"
    return Checkbox(
      Field(
        "skip-refused", "Import the rest, without \(rows) that cannot be taken",
        hint: "Otherwise nothing is imported: correct the file, and choose it again.", error: refusals["skip-refused"]
      ),
      isChosen: asking.skipsRefused
    ).html
  }

  private var buttons: HTML {
    var parts: [HTML] = []
    if asking.canBeShownAgain {
      parts.append(
        Button("Show it again with my answers", style: .quiet, to: "\(address)/answers").html)
    }
    // Pressing Enter in a field presses the first button: that is the one which writes nothing.
    if let words = asking.button { parts.append(Button(words).html) }
    parts.append(
      Button(
        asking.button == nil ? "Done: throw the file away" : "Cancel this import", style: .quiet,
        to: "\(address)/removal"
      ).html)
    return "<div class=\"in-sight\">\(ButtonRow(parts))</div>"
  }
}
