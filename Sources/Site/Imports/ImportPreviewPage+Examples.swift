import Components
import Domain
import Markup

extension ImportPreviewPage {
  private typealias Preview = Components.ImportPreview

  static var pupils: ImportPreviewPage {
    let question = Select(
      Field("answer:row-5", "“Hussain, Noor, Year 4” is", id: "answer-1"),
      [
        Choice("", "No answer yet: leave it out"), Choice("1", "Hussain, Noor, Year 4, 4B"),
        Choice("new", "Somebody new"),
      ])
    let left = Checkbox(Field("left", "Has left", id: "left-1"), value: "2")
    return example(
      lede: "pupils.csv · 6 rows read · nothing is written yet",
      warnings: ["The file does not say when these pupils joined."],
      notes: [Note(row: 2, column: "UPN", sentence: "The UPN has the wrong check letter. Check it.")],
      parts: [
        Preview.Part(
          .unsure, count: 1, sentence: "Answer what you can; what has no answer is left out.",
          rows: [
            Preview.Row(
              5, "Hussain, Noor, Year 4", sentence: "The name is the same, but the UPN differs.", answer: question.html)
          ]),
        Preview.Part(
          .refused, count: 1, sentence: "These rows cannot be taken as they are.",
          rows: [Preview.Row(8, "DOB", sentence: "“31/02/2019” is not a date.")], noun: "Column"),
        Preview.Part(
          .new, count: 1, sentence: "They will be added.",
          rows: [
            Preview.Row(2, "Khan, Amir, Year 2", changes: [Preview.Change("Surname", from: nil, to: "Khan")])
          ]),
        Preview.Part(
          .missing, count: 1, sentence: "Nothing is done with them unless you say that they left.",
          rows: [Preview.Row(nil, "O’Hara, Tom, Year 3", answer: left.html)]),
      ],
      asking: Asking(
        button: "Import 1 new", refused: 1, canBeShownAgain: true, missing: 1, mayAllHaveLeft: true, leftOn: "someday"
      ),
      refusals: Refusals([.invalid("Write the last day as 17 July 2026 or 17/07/2026.", field: "left-on")]))
  }

  static var map: ImportPreviewPage {
    let boxes = [
      Checkbox(
        Field("answer:schedule-4-2", "20 min, 5 × week", hint: "beside the provision", id: "offer-1"), value: "20 min"),
      Checkbox(
        Field("answer:leads-4-2", "Led by Dawn Carter", hint: "in the cell", id: "offer-2"), value: "Dawn Carter"),
    ]
    return example(
      lede: "pasted.html · 12 cells read · nothing is written yet",
      matches: [
        Match(
          field: Field("answer:type-phonix", "“Phonix” is", id: "match-1"),
          choices: [Choice("new", "None of these: a new provision"), Choice("1", "Phonics catch-up")], taken: "1"
        )
      ],
      names: [
        Name(
          field: Field("answer:called-lego", "“Lego club 30 mins x2 TA” is called", id: "name-1"), name: "Lego club")
      ],
      parts: [
        Preview.Part(
          .new, count: 1, sentence: "They will be added.",
          rows: [
            Preview.Row(
              4, "Phonics catch-up (Year 1)",
              changes: [Preview.Change("Pupils", from: nil, to: "Ella Price (“Ella P”)")],
              answer: HTML.joined(boxes.map(\.html)))
          ], isOpen: true)
      ], asking: Asking(button: "Import 1 new", canBeShownAgain: true, offers: 2))
  }

  static var nothingToDo: ImportPreviewPage {
    example(
      lede: "pupils.csv · 412 rows read · nothing is written yet",
      parts: [Preview.Part(.unchanged, count: 412, sentence: "Nothing is done with them.", rows: [])], asking: Asking(),
      nothing: "Everything in this file is here already: there is nothing to change.")
  }

  private static func example(
    lede: String, warnings: [String] = [], notes: [Note] = [], matches: [Match] = [], names: [Name] = [],
    parts: [Preview.Part],
    asking: Asking, nothing: String? = nil, refusals: Refusals = .none
  ) -> ImportPreviewPage {
    ImportPreviewPage(
      address: "/schools/900001/imports/1", token: "token", back: "/schools/900001/imports", lede: lede,
      columns: .example, warnings: warnings, notes: notes, matches: matches,
      names: names, namesWereRead: true,
      table: Preview("Pupil", parts: parts), asking: asking, nothing: nothing, closesDemonstration: true,
      refusals: refusals)
  }
}
