import Domain

extension PupilExamples {
  static var forms: [FormPage] {
    let wrong = Refusals([
      .invalid("Enter the day from which it holds, such as 2 September 2026.", field: "from"),
      .invalid("“Moderate learning difficulty” stands in the list twice.", field: "needs"),
    ])
    var twice = NeedsForm(record, first: nil)
    twice.types = ["MLD", "MLD", "", "", ""]
    twice.from = "soon"
    return [
      PupilActs.page(StatusForm(record, first: nil), record, first: nil, token: "example"),
      PupilActs.page(StatusForm(record, first: Day(2025, 9, 15)!), record, first: Day(2025, 9, 15)!, token: "example"),
      PupilActs.page(twice, record, first: nil, token: "example", refusals: wrong),
      PupilActs.page(
        ClassForm(record, first: nil), record, first: nil, token: "example",
        refusals: Refusals([.conflict("Somebody else changed this pupil while you had the page open.")])),
      PupilActs.page(YearForm(record, first: nil), record, first: nil, token: "example"),
      PupilActs.page(FlagsForm(record, first: nil), record, first: nil, token: "example"),
      PupilActs.page(LeavingForm(record, first: nil), record, first: nil, token: "example"),
      PupilActs.page(
        ReturnForm(leftRecord, first: nil), leftRecord, first: nil, token: "x"),
      PupilActs.page(DetailsForm(record, first: nil), record, first: nil, token: "example"),
      AddingPupil.page(
        AddPupilForm(today: record.today), record.school, newID: ID(high: 4, low: 1), seesNeeds: true, token: "example"),
      ContactActs.page(ContactForm(contacts[0]), of: record, contacts[0], newID: ID(high: 4, low: 2), token: "example"),
    ]
  }
}
