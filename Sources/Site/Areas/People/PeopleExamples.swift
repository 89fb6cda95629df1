import Components
import Domain
import Markup

/// The forms about who takes part, for the gallery.
enum PeopleExamples {
  static var forms: [FormPage] {
    let here: Address = "/areas/northvale-speech/people"
    let trail = [Link("Who takes part", here)]
    let short = Refusals([
      .invalid("A code has ten characters or more, so that nobody guesses it.", field: "code")
    ])
    return [
      IssueCodeForm.page(SentForm(), address: here, cancel: here, trail: trail, token: "example"),
      IssueCodeForm.page(
        SentForm([SentForm.Field("code", "short")]), address: here, cancel: here, trail: trail, token: "example",
        short),
      AreaInviteActs.page(
        SentForm(), isMailed: false, address: here, cancel: here, trail: trail, token: "example"),
      FormPage(
        title: "Add an organisation", trail: trail, part: nil, areaPart: .people, address: here, token: "example",
        fields: OrganisationActs.fields(
          OrganisationActs.Typed(isExpected: true), Sector.usual.map { Choice($0.key, $0.name) },
          [Choice("1", "Harbour")], .none, offersAnother: false),
        button: "Save this organisation", cancel: here),
    ]
  }
}
