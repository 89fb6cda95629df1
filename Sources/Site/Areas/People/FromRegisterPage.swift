import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

/// Choosing the schools of an authority from the national register, to wait for their answers.
struct FromRegisterPage: Page {
  let token: String
  let trail: [Components.Link]
  let address: Address
  let cancel: Address
  let authorities: [String]
  let authority: String
  /// The schools of the authority that do not take part yet.
  let schools: [Choice]
  let chosen: Set<String>
  let contact: String
  let refusals: Refusals

  var title: String { "Choose schools" }
  var areaPart: AreaPart? { .people }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, lede: "From the national register, with their numbers."))\
    \(if: authorities.isEmpty, missing, else: "\(Form(to: address, token: token, body: choice))\(if: !authority.isEmpty, list)")
    """
  }

  private var missing: HTML {
    """
    <p>The register has not been imported here. Whoever runs Trellis can do that; until then add schools by name or from a \
    list.</p>\(WhomToAsk(contact))\(LinkButton("Back to the organisations", cancel, style: .quiet))
    """
  }

  private var choice: HTML {
    """
    \(Select(Field("authority", "Local authority", error: refusals["authority"]), [Choice("", "Choose one")] + authorities.map { Choice($0, $0) }, selected: authority))\
    \(Button("Show its schools", style: .quiet))
    """
  }

  private var list: HTML {
    if schools.isEmpty { return "<p>All of its schools are here already.</p>" }
    return Form(
      to: address, token: token,
      body: """
        \(HiddenField("authority", authority))\
        \(Checkboxes(Field("school", "Whose answer do you wait for?", error: refusals["school"]), schools, selected: chosen, all: "All of them"))\
        \(ButtonRow([Button("Add those that are ticked", name: "act", value: "add").html, LinkButton("Cancel", cancel, style: .quiet).html]))
        """
    ).html
  }

  static func show(_ visit: Visit) async throws -> Response { visit.page(try await page(visit)) }

  static func send(_ visit: Visit) async throws -> Response {
    let (area, viewer, form) = (try visit.thisArea(), visit.areaViewer, visit.form)
    if form["act"] != "add" { return visit.page(try await page(visit)) }
    return try await visit.answering {
      let chosen = form.all("school")
      if chosen.isEmpty { throw Refusal.invalid("Tick at least one school.", field: "school") }
      try await visit.write { connection in
        let participants = Participants(viewer, connection)
        let sectors = try AreaParts(area.id, connection).sectors()
        var taken = Set(try Participants.numbers(in: area.id, connection))
        for urn in chosen where taken.insert(urn).inserted {
          guard let school = try RegisterSearch.withURN(urn, connection) else { continue }
          let sector = sectors.contains { $0.key == school.sector } ? school.sector : sectors.last?.key ?? ""
          try participants.add(name: school.name, sector: sector, urn: urn, isExpected: true, isAnother: true)
        }
      }
      return visit.redirect(to: Way.organisations(area), saying: .added)
    } again: { refusals in
      try await page(visit, refusals)
    }
  }

  private static func page(_ visit: Visit, _ refusals: Refusals = .none) async throws -> FromRegisterPage {
    let (area, authority) = (try visit.thisArea(), visit.form["authority"] ?? "")
    let (authorities, schools) = try await visit.read { connection in
      let taken = Set(try Participants.numbers(in: area.id, connection))
      let schools = authority.isEmpty ? [] : try RegisterSearch.schools(ofAuthority: authority, connection)
      return (try RegisterSearch.authorities(connection), schools.filter { !taken.contains($0.urn) })
    }
    return FromRegisterPage(
      token: visit.formToken, trail: PeopleTabs.organisationTrail(area), address: Way.organisationsFromRegister(area),
      cancel: Way.organisations(area), authorities: authorities,
      authority: authorities.contains(authority) ? authority : "",
      schools: schools.map { Choice($0.urn, $0.name, hint: $0.words) }, chosen: Set(visit.form.all("school")),
      contact: visit.site.settings.contact, refusals: refusals)
  }

  static var examples: [FromRegisterPage] {
    [["Northvale", "Southmere"], []].map { authorities in
      FromRegisterPage(
        token: "example", trail: [Link("Organisations", "/areas/northvale-speech/people/organisations")],
        address: "/areas/northvale-speech/people/organisations/register",
        cancel: "/areas/northvale-speech/people/organisations", authorities: authorities,
        authority: authorities.first ?? "",
        schools: [Choice("900001", "Ashfield Primary School", hint: "Harwick, primary, number 900001")], chosen: [],
        contact: "", refusals: .none)
    }
  }
}
