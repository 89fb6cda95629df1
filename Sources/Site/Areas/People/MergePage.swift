import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

/// Making one of two organisations that are the same. What moves is shown before anything does.
struct MergePage: Page {
  struct Moving: Sendable {
    let other: String
    let name: String
    let words: [String]
  }

  let token: String
  let trail: [Components.Link]
  let name: String
  let address: Address
  let others: [Choice]
  let chosen: String
  /// Nil before another is chosen.
  let moving: Moving?
  let cancel: Address
  let refusals: Refusals

  var title: String { "Merge “\(name)” into another" }
  var areaPart: AreaPart? { .people }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title))\(Form(to: address, token: token, body: moving.map(preview) ?? choice))
    """
  }

  private var choice: HTML {
    """
    \(Select(Field("other", "Which one stays?", hint: "“\(name)” goes; its people and entries go to the one that stays.", error: refusals["other"]), [Choice("", "Choose one")] + others, selected: chosen))\
    \(ButtonRow([Button("Show what moves").html, LinkButton("Cancel", cancel, style: .quiet).html]))
    """
  }

  private func preview(_ moving: Moving) -> HTML {
    """
    \(HiddenField("other", moving.other))<p>To <strong>\(moving.name)</strong> go:</p>\
    <ul>\(each: moving.words, { "<li>\($0)</li>" })</ul><p>“\(name)” is gone afterwards. This cannot be undone.</p>\
    \(ButtonRow([Button("Merge them", style: .danger, name: "act", value: "merge").html, LinkButton("Cancel", cancel, style: .quiet).html]))
    """
  }

  static func show(_ visit: Visit) async throws -> Response { visit.page(try await page(visit)) }

  static func send(_ visit: Visit) async throws -> Response {
    let (id, area, viewer) = (try visit.id("participant", Participant.self), try visit.thisArea(), visit.areaViewer)
    _ = try await visit.read { try Participants(viewer, $0).find(id) }
    return try await visit.answering {
      guard let other = visit.form["other"].flatMap({ ID<Participant>($0) }) else {
        throw Refusal.invalid("Choose the organisation that stays.", field: "other")
      }
      if visit.form["act"] != "merge" { return visit.page(try await page(visit, into: other)) }
      try await visit.write { connection in
        let participants = Participants(viewer, connection)
        guard try participants.all().contains(where: { $0.id == other }) else { throw gone }
        try participants.merge(id, into: other)
      }
      return visit.redirect(to: Way.organisations(area), saying: .merged)
    } again: { refusals in
      try await page(visit, refusals)
    }
  }

  private static let gone = Refusal(
    .conflict, "The organisation that was to stay is not there any more: somebody has merged it. Choose again.",
    field: "other")

  private static func page(
    _ visit: Visit, into other: ID<Participant>? = nil, _ refusals: Refusals = .none
  ) async throws -> MergePage {
    let (id, area, viewer) = (try visit.id("participant", Participant.self), try visit.thisArea(), visit.areaViewer)
    let (all, held) = try await visit.read { connection in
      let participants = Participants(viewer, connection)
      return (try participants.all(), try participants.belongings(of: id))
    }
    guard let own = all.first(where: { $0.id == id }) else {
      throw Refusal.notFound("This organisation is not there. Somebody may have merged it into another just now.")
    }
    let stays = all.first { $0.id == other && $0.id != id }
    if other != nil, stays == nil { throw gone }
    // Those of a like name first: they are what is looked for.
    let others = all.filter { $0.id != id }
    let alike = others.filter { ParticipantName.areAlike($0.name, own.name) }
    let rest = others.filter { one in !alike.contains { $0.id == one.id } }
    return MergePage(
      token: visit.formToken, trail: PeopleTabs.organisationTrail(area) + [Link(own.name, Way.organisation(id, area))],
      name: own.name, address: Way.mergeOrganisation(id, area),
      others: (alike + rest).map { Choice($0.id.text, $0.name) },
      chosen: visit.form["other"] ?? alike.first?.id.text ?? "",
      moving: stays.map {
        Moving(
          other: $0.id.text, name: $0.name,
          words: [
            Count.words(held.people, "person", "people"), Count.words(held.entries, "entry", "entries"),
            Count.words(held.nothings, "answer “nothing here”", "answers “nothing here”"),
          ])
      }, cancel: Way.organisation(id, area), refusals: refusals)
  }

  static var examples: [MergePage] {
    [false, true].map { isChosen in
      MergePage(
        token: "example", trail: [Link("Organisations", "/areas/northvale-speech/people/organisations")],
        name: "Little Acorn Playgroup", address: "/areas/northvale-speech/people/organisations/1/merge",
        others: [Choice("2", "Little Acorns Playgroup")], chosen: "2",
        moving: isChosen
          ? Moving(other: "2", name: "Little Acorns Playgroup", words: ["1 person", "3 entries"]) : nil,
        cancel: "/areas/northvale-speech/people/organisations/1", refusals: .none)
    }
  }
}
