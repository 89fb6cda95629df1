import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

/// Who has joined and not answered, to be reminded: by mail, or by a list to copy where no mail server is set up. Who is
/// expected and has not even joined has no address here, and is listed by name.
struct RemindersPage: Page {
  struct Person: Sendable {
    let id: String
    let name: String
    let email: String
    let organisation: String
    let reminded: String
  }

  let token: String
  let tabs: HTML
  let address: Address
  let people: [Person]
  /// Expected organisations for which nobody has joined.
  let absent: [String]
  let isMailed: Bool
  /// What the message says, to be copied where no mail is set up.
  let text: String
  let chosen: Set<String>
  let refusals: Refusals

  var title: String { "Reminders" }
  var areaPart: AreaPart? { .people }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, lede: "Whoever has joined, and for whose organisation nothing is sent in yet."))\(tabs)\
    \(if: people.isEmpty, "<p>Everybody who has joined has answered. Nobody needs a reminder.</p>", else: form)\
    \(if: !absent.isEmpty, nobody)
    """
  }

  private var form: HTML {
    """
    \(Form(to: address, token: token, body: """
      \(Checkboxes(Field("person", "Whom to remind", error: refusals["person"]), people.map(choice), selected: chosen, all: "All of them"))\
      \(if: isMailed, Button("Send the reminders").html)\(if: !isMailed, Button("Note that I have reminded them").html)
      """))\
    \(Details("What the message says", isOpen: !isMailed, body: "\(if: !isMailed, "<p>No mail server is set up. Copy the addresses and the words into a message of your own, then note it above.</p>\(CopyText("Addresses, to copy", people.map(\.email).joined(separator: "; "), id: "addresses"))")<pre class=\"message\">\(text)</pre>"))
    """
  }

  private func choice(_ person: Person) -> Choice {
    Choice(
      person.id, "\(person.name), \(person.organisation)", hint: "\(person.email). Last reminder: \(person.reminded)")
  }

  private var nobody: HTML {
    """
    <h2>Expected, and nobody has joined</h2><p>Send them the code: we have no address of theirs.</p>\
    \(LongList("expected organisations", id: "absent", noun: "organisations", items: absent.map { HTML(text: $0) }))
    """
  }

  static func show(_ visit: Visit) async throws -> Response { visit.page(try await page(visit)) }

  static func send(_ visit: Visit) async throws -> Response {
    let (area, viewer, today) = (try visit.thisArea(), visit.areaViewer, visit.today)
    return try await visit.answering {
      let chosen = Set(visit.form.all("person"))
      let people = try await visit.read { connection in
        let round = try Rounds(viewer, connection).current(on: today)
        return try AreaPeople(viewer, connection).silent(in: round?.id, on: today)
      }.filter { chosen.contains($0.account.text) }
      guard !people.isEmpty else { throw Refusal.invalid("Choose at least one person.", field: "person") }
      try await visit.write { try AreaPeople(viewer, $0).recordReminder(of: people.map(\.account)) }
      let message = visit.reminder(of: area)
      if visit.site.settings.mailing != nil {
        // One after another, and nobody waits: a mail server takes a second or two for each.
        Task { for person in people { _ = await visit.posted(message, to: person.email) } }
      }
      return visit.redirect(to: Way.reminders(area), saying: .reminded)
    } again: { refusals in
      try await page(visit, refusals)
    }
  }

  private static func page(_ visit: Visit, _ refusals: Refusals = .none) async throws -> RemindersPage {
    let (area, viewer, today) = (try visit.thisArea(), visit.areaViewer, visit.today)
    let (people, standings) = try await visit.read { connection in
      let round = try Rounds(viewer, connection).current(on: today)
      return (
        try AreaPeople(viewer, connection).silent(in: round?.id, on: today),
        try Participants(viewer, connection).standings(in: round?.id, on: today)
      )
    }
    let names = Dictionary(uniqueKeysWithValues: standings.map { ($0.participant.id, $0.participant.name) })
    let settings = visit.site.settings
    return RemindersPage(
      token: visit.formToken, tabs: PeopleTabs.bar(.reminders, area, viewer), address: Way.reminders(area),
      people: people.map { one in
        Person(
          id: one.account.text, name: one.name, email: one.email,
          organisation: one.participant.flatMap { names[$0] } ?? "no organisation named",
          reminded: one.remindedAt.map { settings.day(of: $0).words } ?? "never")
      },
      absent: standings.filter { $0.participant.isExpected && $0.people == 0 && !$0.hasAnswered }.map(
        \.participant.name),
      isMailed: settings.mailing != nil, text: visit.reminder(of: area).text, chosen: Set(visit.form.all("person")),
      refusals: refusals)
  }

  static var examples: [RemindersPage] {
    [true, false].map { isMailed in
      RemindersPage(
        token: "example", tabs: PeopleTabs.example, address: "/areas/northvale-speech/people/reminders",
        people: [
          Person(
            id: "1", name: "Gareth Bowen", email: "g.bowen@harbour.example", organisation: "Little Acorns Playgroup",
            reminded: "never")
        ], absent: ["Northvale Parent Carer Forum"], isMailed: isMailed, text: Message.areaExamples[3].text, chosen: [],
        refusals: .none)
    }
  }
}

extension Visit {
  fileprivate func reminder(of area: Area) -> Message {
    .areaReminder(
      project: area.details.title, until: area.details.closesOn?.words, from: areaViewer.name,
      link: link(Way.areaDesk(area.address)))
  }
}
