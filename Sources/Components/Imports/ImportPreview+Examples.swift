extension ImportPreview {
  package static let name = "Preview of an import"
  package static let accessibility = [
    "The counts are a list that leads to its parts; each part is named by its status in words.",
    "Before and after are said, not only struck out and coloured.",
    "Row numbers are those of the user's own file, its heading being row 1.",
  ]
  package static let examples = [
    Example(
      "A pupil list",
      ImportPreview(
        "Pupil",
        parts: [
          Part(
            .new, count: 12, sentence: "They will be added, on the roll from 2 September 2026.",
            rows: [Row(2, "Amina Yusuf"), Row(3, "Oskar Nilsen")]),
          Part(
            .changed, count: 2, sentence: "These values will be changed from 21 November 2026.",
            rows: [
              Row(
                14, "Jakub Wójcik",
                changes: [
                  Change("Status", from: "Watch", to: "SEN support"), Change("Class", from: "3A", to: "3B"),
                ]),
              Row(31, "Ella Price", changes: [Change("First need", from: "none", to: "Specific learning difficulty")]),
            ]),
          Part(.unchanged, count: 402, sentence: "Nothing will be written.", rows: []),
          Part(
            .missing, count: 1, sentence: "They stay as they are, unless you tick who has left.",
            rows: [
              Row(
                nil, "Tom O’Hara",
                answer: Checkbox(Field("example-left", "Has left, on 23 October 2026")).html)
            ]),
          Part(
            .unsure, count: 1, sentence: "They are imported only after your answer.",
            rows: [
              Row(
                77, "Noor Hussain", sentence: "The name and birth date are Noor Hussain’s in 4B, but the UPNs differ.",
                answer: Radios(
                  Field("example-noor", "Noor Hussain is"),
                  [
                    Choice("same", "the same child"), Choice("other", "another child"),
                    Choice("skip", "to be left out"),
                  ]
                ).html)
            ]),
          Part(
            .refused, count: 1, sentence: "They cannot be imported as they are.",
            rows: [Row(140, "Row 140", sentence: "Column DOB: “31/02/2018” is not a day.")]),
        ]))
  ]
}
