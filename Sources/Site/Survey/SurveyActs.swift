import Components
import Domain
import Foundation
import Hummingbird
import SQL
import Store

/// What anybody does in a survey: opens it, sends an answer, is thanked. Who it was is kept nowhere, even where somebody is
/// signed in.
enum SurveyActs {
  static func show(_ visit: Visit) async throws -> Response {
    let area = try area(visit)
    guard let asked = try await asked(visit, area) else { return closed(visit, area) }
    return visit.page(page(visit, area, asked))
  }

  static func send(_ visit: Visit) async throws -> Response {
    let area = try area(visit)
    guard let asked = try await asked(visit, area) else { return closed(visit, area) }
    let (reply, id, today, form) = (reply(visit.form), visit.newID(SurveyReply.self), visit.today, visit.form)
    return try await visit.answering {
      let checked = try reply.checked()
      if !form.has("sure") { try Refusals(warnings(checked)).throwIfAny() }
      try await mayGoOn(visit)
      try await visit.site.database.write(keeper: area.id.text) { connection in
        try SurveyAnswers(area.visitor, connection).send(checked, to: asked.round.id, id: id, today: today)
      }
      return visit.redirect(to: Way.surveyThanks(area))
    } again: { refusals in
      page(visit, area, asked, refusals)
    }
  }

  static func thanks(_ visit: Visit) async throws -> Response {
    let area = try area(visit)
    return visit.page(
      SurveyThanksPage(
        area: area.details.title, danger: SurveyDanger(area), again: Way.survey(area), front: Way.area(area)))
  }

  /// What the form asks about.
  private struct Asked: Sendable {
    let round: Round
    let strands: [Framework.Strand]
    let localities: [Locality]
  }

  /// The area of the address, where it has a survey.
  private static func area(_ visit: Visit) throws -> Area {
    let area = try visit.thisArea()
    guard area.details.takesSurvey else {
      throw Refusal.notFound("This review has no survey. \(area.whomToAsk) about it.")
    }
    return area
  }

  /// Nil where no round takes anything today.
  private static func asked(_ visit: Visit, _ area: Area) async throws -> Asked? {
    let today = visit.today
    return try await visit.read { connection in
      guard let round = try Rounds(area.visitor, connection).current(on: today), round.takesEntries(on: today) else {
        return nil
      }
      return Asked(
        round: round, strands: try Frameworks(area.visitor, connection).find(round.framework).strands,
        localities: try AreaParts(area.id, connection).localities())
    }
  }

  /// Counted by address for five minutes, as a hash; refuses when too many came from one.
  private static func mayGoOn(_ visit: Visit) async throws {
    let key = Throttles.Key.survey(from: visit.remoteAddress)
    let answer = try await visit.site.database.write(keeper: key.hash) { try Throttles.attempt([key], $0) }
    guard case .tooMany(let moment) = answer else { return }
    let time = visit.site.settings.time(of: moment.addingTimeInterval(59))
    throw Refusal.invalid(
      "Very many answers came from your connection just now. Please send yours after \(time); it is still here.",
      field: "works")
  }

  private static func reply(_ form: SentForm) -> SurveyReply {
    SurveyReply(
      voice: form["voice"].flatMap(SurveyVoice.init(rawValue:)),
      texts: Dictionary(uniqueKeysWithValues: SurveyKind.allCases.map { ($0, form.typed($0.rawValue)) }),
      strand: form["strand"], locality: form["locality"].flatMap { ID($0) })
  }

  private static func warnings(_ reply: SurveyReply) -> [Refusal] {
    SurveyKind.allCases.compactMap { kind in
      reply.texts[kind].flatMap { SurveyWords.warning(PersonalData.found(in: $0, of: .anybody)) }.map {
        .invalid($0, field: kind.rawValue)
      }
    }
  }

  private static func closed(_ visit: Visit, _ area: Area) -> Response {
    visit.page(
      SurveyClosedPage(area: area.details.title, whomToAsk: area.whomToAsk, danger: SurveyDanger(area)), status: .gone)
  }

  private static func page(
    _ visit: Visit, _ area: Area, _ asked: Asked, _ refusals: Refusals = .none
  ) -> SurveyPage {
    let form = visit.form
    let isWarned = (try? reply(form).checked()).map { !warnings($0).isEmpty } ?? false
    return SurveyPage(
      token: visit.formToken, area: area.details.title, address: Way.survey(area),
      newID: visit.newID(SurveyReply.self).text, danger: SurveyDanger(area),
      strands: asked.strands.map { Choice($0.key, SurveyWords.plain($0), hint: $0.aim) },
      localities: asked.localities.map { Choice($0.id.text, $0.name) }, voice: form["voice"],
      texts: Dictionary(uniqueKeysWithValues: SurveyKind.allCases.map { ($0, form.typed($0.rawValue)) }),
      strand: form["strand"] ?? "", locality: form["locality"] ?? "", isWarned: isWarned, refusals: refusals)
  }
}
