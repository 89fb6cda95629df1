import Domain
import Hummingbird
import Markup
import SQL
import Store

/// What a moderator does with answers.
enum SurveyModeration {
  /// Counts the ticked ones, leaves them out, or puts them back.
  static func moderate(_ visit: Visit) async throws -> Response {
    let (area, viewer, form) = (try visit.thisArea(), visit.areaViewer, visit.form)
    return try await visit.answering {
      guard let state = form["state"].flatMap(SurveyWords.state) else {
        throw Refusal.invalid("Choose what to do with them.", field: "answer")
      }
      let seen = seen(form)
      if seen.isEmpty { throw Refusal.invalid("Tick one answer at least.", field: "answer") }
      try await visit.write { try SurveyAnswers(viewer, $0).moderate(seen, to: state) }
      let back = Way.surveyAnswers(area).asking(
        ["round", "show", "page"].map { (name: $0, value: visit.query($0) ?? "") })
      return visit.redirect(to: back, saying: .saved)
    } again: { refusals in
      try await SurveyAnswersPage.of(visit, refusals)
    }
  }

  static func passOn(_ visit: Visit) async throws -> Response {
    let (note, viewer) = (visit.form.typed("note"), visit.areaViewer)
    return try await acting(visit, saying: .worryPassedOn) { id, connection in
      try SurveyAnswers(viewer, connection).passOn(id, note: note)
    }
  }

  static func empty(_ visit: Visit) async throws -> Response {
    let (version, viewer) = (visit.form["version"].flatMap { Int($0) } ?? 0, visit.areaViewer)
    return try await acting(visit, saying: .removed) { id, connection in
      try SurveyAnswers(viewer, connection).empty(id, version: version)
    }
  }

  /// `id:version` of every box that is ticked.
  static func seen(_ form: SentForm) -> [SurveyAnswers.Seen] {
    form.all("answer").compactMap { value in
      let parts = value.split(separator: ":")
      guard parts.count == 2, let id = ID<SurveyAnswer>(parts[0]), let version = Int(parts[1]) else { return nil }
      return SurveyAnswers.Seen(id, version: version)
    }
  }

  private static func acting(
    _ visit: Visit, saying done: Done, _ act: @escaping @Sendable (ID<SurveyAnswer>, any Connection) throws -> Void
  ) async throws -> Response {
    let (id, area) = (try visit.id("answer", SurveyAnswer.self), try visit.thisArea())
    return try await visit.answering {
      try await visit.write { try act(id, $0) }
      return visit.redirect(to: Way.surveyAnswer(id, area), saying: done)
    } again: { refusals in
      try await SurveyAnswerPage.of(visit, refusals)
    }
  }
}
