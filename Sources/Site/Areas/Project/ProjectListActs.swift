import Components
import Domain
import Hummingbird
import Markup
import Store

/// The project's sectors and specialisms: ticked, and others added by name.
enum ProjectListActs {
  static func showSectors(_ visit: Visit) async throws -> Response {
    let area = try visit.thisArea()
    let sectors = try await visit.read { try AreaParts(area.id, $0).sectors() }
    return visit.page(
      sectorsPage(sectors, ticked: Set(sectors.filter(\.isExpected).map(\.key)), area, token: visit.formToken))
  }

  static func sendSectors(_ visit: Visit) async throws -> Response {
    let (area, viewer) = (try visit.thisArea(), visit.areaViewer)
    let (ticked, more) = (Set(visit.form.all("sectors")), visit.form.typed("more"))
    return try await visit.answering {
      try await visit.write { connection in
        try AreaParts(area.id, connection).setSectors(expected: ticked, adding: lines(more), by: viewer)
      }
      return visit.redirect(to: Way.project(area), saying: .saved)
    } again: { refusals in
      let sectors = try await visit.read { try AreaParts(area.id, $0).sectors() }
      return sectorsPage(sectors, ticked: ticked, more: more, area, token: visit.formToken, refusals: refusals)
    }
  }

  static func showSpecialisms(_ visit: Visit) async throws -> Response {
    let area = try visit.thisArea()
    let all = try await visit.read { try AreaParts(area.id, $0).allSpecialisms() }
    return visit.page(
      specialismsPage(
        all, ticked: Set(all.filter(\.isOffered).map(\.specialism.key)), area, token: visit.formToken))
  }

  static func sendSpecialisms(_ visit: Visit) async throws -> Response {
    let (area, viewer) = (try visit.thisArea(), visit.areaViewer)
    let (ticked, more) = (Set(visit.form.all("specialisms")), visit.form.typed("more"))
    return try await visit.answering {
      try await visit.write { connection in
        try AreaParts(area.id, connection).setSpecialisms(offered: ticked, adding: lines(more), by: viewer)
      }
      return visit.redirect(to: Way.project(area), saying: .saved)
    } again: { refusals in
      let all = try await visit.read { try AreaParts(area.id, $0).allSpecialisms() }
      return specialismsPage(all, ticked: ticked, more: more, area, token: visit.formToken, refusals: refusals)
    }
  }

  private static func lines(_ typed: String) -> [String] {
    typed.split(whereSeparator: \.isNewline).map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
  }

  private static func sectorsPage(
    _ sectors: [Sector], ticked: Set<String>, more: String = "", _ area: Area, token: String,
    refusals: Refusals = .none
  ) -> FormPage {
    page(
      title: "Sectors", Way.sectors(area),
      Checkboxes(
        Field("sectors", "Of whom do you expect an answer?", error: refusals["sectors"]),
        sectors.map { Choice($0.key, $0.name) }, selected: ticked
      ).html, more, area, token: token, refusals)
  }

  private static func specialismsPage(
    _ all: [AreaParts.OwnSpecialism], ticked: Set<String>, more: String = "", _ area: Area, token: String,
    refusals: Refusals = .none
  ) -> FormPage {
    page(
      title: "Specialisms", Way.specialisms(area),
      Checkboxes(
        Field("specialisms", "What is the review about?", error: refusals["specialisms"]),
        all.map { Choice($0.specialism.key, $0.specialism.name) }, selected: ticked
      ).html, more, area, token: token, refusals)
  }

  private static func page(
    title: String, _ address: Address, _ boxes: HTML, _ more: String, _ area: Area, token: String,
    _ refusals: Refusals
  ) -> FormPage {
    FormPage(
      title: title, kicker: area.details.title, trail: ProjectWords.trail(area), part: nil, areaPart: .project,
      address: address, token: token,
      fields: """
        \(boxes)\
        \(TextArea(Field("more", "Others", hint: "One a line.", isOptional: true), value: more, rows: 3))
        """,
      button: "Save", cancel: Way.project(area), refusals: refusals)
  }
}

/// The terms of use: written anew, they are the next version, which everybody accepts again.
enum TermsActs {
  static func show(_ visit: Visit) async throws -> Response {
    let (area, viewer) = (try visit.thisArea(), visit.areaViewer)
    let current = try await visit.read { try Store.TermsOfUse(viewer, $0).current() }
    return visit.page(page(current?.text ?? "", current?.number, area, token: visit.formToken))
  }

  static func send(_ visit: Visit) async throws -> Response {
    let (area, viewer, typed) = (try visit.thisArea(), visit.areaViewer, visit.form.typed("terms"))
    return try await visit.answering {
      try await visit.write { try Store.TermsOfUse(viewer, $0).write(typed) }
      return visit.redirect(to: Way.project(area), saying: .saved)
    } again: { refusals in
      page(typed, nil, area, token: visit.formToken, refusals: refusals)
    }
  }

  private static func page(
    _ typed: String, _ number: Int?, _ area: Area, token: String, refusals: Refusals = .none
  ) -> FormPage {
    FormPage(
      title: "Terms of use", kicker: area.details.title,
      lede: number.map {
        "Version \($0). Changed, they are the next version, and everybody is asked to accept them anew."
      },
      trail: ProjectWords.trail(area), part: nil, areaPart: .project, address: Way.projectTerms(area), token: token,
      fields: TextArea(
        Field("terms", "Text", hint: "Leave an empty line between paragraphs.", error: refusals["terms"]), value: typed,
        rows: 16
      ).html, button: "Save", cancel: Way.project(area), refusals: refusals)
  }
}
