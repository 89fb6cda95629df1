import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

/// Adding, changing and removing one organisation.
enum OrganisationActs {
  static func new(_ visit: Visit) async throws -> Response {
    visit.page(try await page(visit, nil, Typed(isExpected: true)))
  }

  static func add(_ visit: Visit) async throws -> Response {
    let (area, viewer, typed) = (try visit.thisArea(), visit.areaViewer, Typed(visit.form))
    return try await visit.answering {
      try await visit.write { connection in
        _ = try Participants(viewer, connection).add(
          name: typed.name, sector: typed.sector, locality: ID(typed.locality), isExpected: typed.isExpected,
          isAnother: typed.isAnother)
      }
      return visit.redirect(to: Way.organisations(area), saying: .added)
    } again: { refusals in
      try await page(visit, nil, typed, refusals)
    }
  }

  static func show(_ visit: Visit) async throws -> Response {
    visit.page(try await page(visit, visit.id("participant"), nil))
  }

  static func change(_ visit: Visit) async throws -> Response {
    let (id, area, viewer) = (try visit.id("participant", Participant.self), try visit.thisArea(), visit.areaViewer)
    let typed = Typed(visit.form)
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    _ = try await visit.read { try Participants(viewer, $0).find(id) }
    return try await visit.answering {
      try await visit.write { connection in
        try Participants(viewer, connection).change(
          id, name: typed.name, sector: typed.sector, locality: ID(typed.locality), isExpected: typed.isExpected,
          version: version)
      }
      return visit.redirect(to: Way.organisations(area), saying: .saved)
    } again: { refusals in
      try await page(visit, id, typed, refusals)
    }
  }

  static func remove(_ visit: Visit) async throws -> Response {
    let (id, area, viewer) = (try visit.id("participant", Participant.self), try visit.thisArea(), visit.areaViewer)
    return try await visit.answering {
      try await visit.write { try Participants(viewer, $0).remove(id) }
      return visit.redirect(to: Way.organisations(area), saying: .removed)
    } again: { refusals in
      try await page(visit, id, nil, refusals)
    }
  }

  /// What was typed about one.
  struct Typed: Sendable {
    var name = ""
    var sector = ""
    var locality = ""
    var isExpected = false
    /// That it is another one, although there is one of nearly this name.
    var isAnother = false

    init(isExpected: Bool) { self.isExpected = isExpected }

    init(_ form: SentForm) {
      (name, sector, locality) = (form["name"] ?? "", form["sector"] ?? "", form["locality"] ?? "")
      (isExpected, isAnother) = (form.has("expected"), form.has("another"))
    }

    init(_ one: Participant) {
      (name, sector, locality) = (one.name, one.sector, one.locality?.text ?? "")
      isExpected = one.isExpected
    }
  }

  private static func page(
    _ visit: Visit, _ id: ID<Participant>?, _ typed: Typed?, _ refusals: Refusals = .none
  ) async throws -> FormPage {
    let (area, viewer, today) = (try visit.thisArea(), visit.areaViewer, visit.today)
    let (one, sectors, localities, people) = try await visit.read { connection in
      let parts = AreaParts(area.id, connection)
      return (
        try id.map { try Participants(viewer, connection).find($0) },
        try parts.sectors().map { Choice($0.key, $0.name) },
        try parts.localities().map { Choice($0.id.text, $0.name) },
        try id.map { id in try AreaPeople(viewer, connection).all(on: today).filter { $0.participant == id } } ?? []
      )
    }
    let stands = one.map(Typed.init)
    let typed = typed ?? stands ?? Typed(isExpected: true)
    let isConflict = refusals.isConflict && one != nil
    return FormPage(
      title: one.map { $0.name } ?? "Add an organisation", kicker: one == nil ? nil : "Organisation",
      trail: PeopleTabs.organisationTrail(area), part: nil, areaPart: .people,
      address: one.map { Way.organisation($0.id, area) } ?? Way.newOrganisation(area), token: visit.formToken,
      version: isConflict || visit.form["version"] == nil
        ? one?.version : visit.form["version"].flatMap { Int($0) } ?? one?.version,
      fields: fields(typed, sectors, localities, refusals, offersAnother: refusals.isConflict && one == nil),
      button: "Save this organisation", cancel: Way.organisations(area), refusals: refusals,
      compared: isConflict && visit.form["version"] != nil ? compared(stands, typed, sectors) : [],
      under: one.map { under($0, people, visit, area) } ?? .empty)
  }

  private static func compared(_ stands: Typed?, _ typed: Typed, _ sectors: [Choice]) -> [Compared] {
    guard let stands else { return [] }
    func sector(_ key: String) -> String { sectors.first { $0.value == key }?.label ?? "" }
    return Compared.different([
      Compared("Name", now: stands.name, typed: typed.name),
      Compared("Sector", now: sector(stands.sector), typed: sector(typed.sector)),
      Compared("Expected", now: stands.isExpected ? "Yes" : "No", typed: typed.isExpected ? "Yes" : "No"),
    ])
  }

  static func fields(
    _ typed: Typed, _ sectors: [Choice], _ localities: [Choice], _ refusals: Refusals, offersAnother: Bool
  ) -> HTML {
    """
    \(TextInput(Field("name", "Name", error: refusals["name"] ?? refusals["organisation"], id: refusals["organisation"] == nil ? nil : "organisation"), value: typed.name, width: .full, limit: 200))\
    \(if: offersAnother, Checkbox(Field("another", "It is another one: add it all the same"), isChosen: typed.isAnother).html)\
    \(Select(Field("sector", "Sector", error: refusals["sector"]), [Choice("", "Choose one")] + sectors, selected: typed.sector))\
    \(if: !localities.isEmpty, Select(Field("locality", "Locality", error: refusals["locality"], isOptional: true), [Choice("", "Everywhere, or not sure")] + localities, selected: typed.locality).html)\
    \(Checkbox(Field("expected", "We wait for its answer", hint: "It is counted among those that have not answered until it does."), isChosen: typed.isExpected))
    """
  }

  private static func under(
    _ one: Participant, _ people: [AreaPeople.Person], _ visit: Visit, _ area: Area
  ) -> HTML {
    """
    <h2>People</h2>\(if: people.isEmpty, "<p>Nobody has joined for it.</p>", else: "<ul>\(each: people, { "<li><a href=\"\(Way.person($0.account, area))\">\($0.name)</a></li>" })</ul>")\
    <h2>The same as another?</h2><p>Two names for one organisation can be made one; people and entries go along.</p>\
    \(LinkButton("Merge it into another", Way.mergeOrganisation(one.id, area), style: .quiet))\
    \(if: people.isEmpty, "<h2>Added by mistake?</h2>\(PostButton("Remove this organisation", to: Way.removeOrganisation(one.id, area), token: visit.formToken, style: .danger))")
    """
  }
}
