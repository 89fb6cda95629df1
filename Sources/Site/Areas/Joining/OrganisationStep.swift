import Components
import Domain
import Markup
import SQL
import Store

/// The part of a form that says for which organisation somebody takes part. A name is typed; where it may mean one that is
/// known, these are offered; where it is new, its sector is asked for.
struct OrganisationStep: Sendable {
  var name = ""
  var choice = ""
  var sector = ""
  var locality = ""
  /// What the name may mean; empty before it was asked.
  var candidates: [Choice] = []
  /// Whether the name was sent once and is known to be new, or may be.
  var asksForSector = false
  var sectors: [Choice] = []
  var localities: [Choice] = []

  static let isNew = "new"

  init() {}

  init(_ form: SentForm) {
    name = form["organisation"] ?? ""
    choice = form["choice"] ?? ""
    sector = form["sector"] ?? ""
    locality = form["locality"] ?? ""
  }

  /// What asking the area comes to: the step with what may be chosen, and a claim, or why there is none yet.
  struct Asked: Sendable {
    let step: OrganisationStep
    let claim: JoiningClaim
    let refusal: Refusal?
  }

  /// Candidates are for those alone who have shown the code, or are in.
  func asked(
    job: String, terms: String?, in area: ID<Organisation>, _ connection: any Connection
  ) throws -> Asked {
    var step = self
    do {
      let claim = try step.claim(job: job, terms: terms, in: area, connection)
      return Asked(step: step, claim: claim, refusal: nil)
    } catch let refusal as Refusal {
      return Asked(step: step, claim: JoiningClaim(), refusal: refusal)
    }
  }

  private mutating func claim(
    job: String, terms: String?, in area: ID<Organisation>, _ connection: any Connection
  ) throws -> JoiningClaim {
    try prepare(in: area, connection)
    if name.isEmpty {
      throw Refusal.invalid("Enter the name of your school, service or group.", field: "organisation")
    }
    let found = try OrganisationCandidate.all(for: name, in: area, connection)
    if let exact = found.first(where: \.isExact), choice.isEmpty || choice == exact.key {
      (choice, name) = (exact.key, exact.name)
      return exact.claim(job: job, terms: terms)
    }
    // From here on it goes by the name that it has.
    if let chosen = try OrganisationCandidate.chosen(choice, among: found, in: area, connection) {
      name = chosen.name
      return chosen.claim(job: job, terms: terms)
    }
    candidates = found.map { Choice($0.key, $0.name, hint: $0.words.isEmpty ? nil : $0.words) }
    asksForSector = true
    if !found.isEmpty, choice != Self.isNew {
      choice = ""
      throw Refusal.invalid("Say whether yours is one of these, or new.", field: "choice")
    }
    guard sectors.contains(where: { $0.value == sector }) else {
      throw Refusal.invalid(
        "“\(name)” is new in this project. Say what kind of organisation it is.", field: "sector")
    }
    return JoiningClaim(
      name: name, sector: sector, locality: locality.isEmpty ? nil : locality, job: job, terms: terms)
  }

  /// Reads the area's sectors and localities.
  mutating func prepare(in area: ID<Organisation>, _ connection: any Connection) throws {
    let parts = AreaParts(area, connection)
    sectors = try parts.sectors().map { Choice($0.key, $0.name) }
    localities = try parts.localities().map { Choice($0.id.text, $0.name) }
  }

  func fields(_ refusals: Refusals, label: String = "Your organisation") -> HTML {
    """
    \(TextInput(Field("organisation", label, hint: "School, service or group. Its full name, or a school’s six-digit number.", error: refusals["organisation"]), value: name, width: .full, autocomplete: "organization", limit: 200))\
    \(if: !candidates.isEmpty, Radios(Field("choice", "Is it one of these?", hint: candidates.contains { $0.value.hasPrefix("register:") } ? "If your school is not among them, type its six-digit number above." : nil, error: refusals["choice"]), candidates + [Choice(Self.isNew, "None of these: “\(name)” is new here")], selected: choice).html)\
    \(if: asksForSector, kind(refusals))
    """
  }

  private func kind(_ refusals: Refusals) -> HTML {
    """
    \(Select(Field("sector", "What kind of organisation it is", hint: candidates.isEmpty ? nil : "Only where it is new.", error: refusals["sector"]), [Choice("", "Choose one")] + sectors, selected: sector))\
    \(if: !localities.isEmpty, Select(Field("locality", "Where it is", error: refusals["locality"], isOptional: true), [Choice("", "Everywhere, or not sure")] + localities, selected: locality).html)
    """
  }

  /// The same, carried along unseen.
  var hidden: HTML {
    """
    \(each: [("organisation", name), ("choice", choice), ("sector", sector), ("locality", locality)], { HiddenField($0.0, $0.1).html })
    """
  }

  static let fieldNames: Set<String> = ["organisation", "choice", "sector", "locality"]

  static var unclear: OrganisationStep {
    var step = OrganisationStep()
    step.name = "St Marys Primary"
    step.candidates = [
      Choice("here:1", "St. Mary’s C.E. Primary School", hint: "Schools, Harbour"),
      Choice("register:900007", "St Mary’s Roman Catholic Primary School", hint: "Harwick, primary, number 900007"),
    ]
    step.asksForSector = true
    step.sectors = Sector.usual.map { Choice($0.key, $0.name) }
    step.localities = [Choice("1", "Harbour"), Choice("2", "Hill")]
    return step
  }
}
