import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

extension SurveyAnswersPage {
  static func show(_ visit: Visit) async throws -> Response { visit.page(try await of(visit)) }

  /// As the address asks for it: a round, and the state of its answers.
  static func of(_ visit: Visit, _ refusals: Refusals = .none) async throws -> SurveyAnswersPage {
    let (area, viewer, today) = (try visit.thisArea(), visit.areaViewer, visit.today)
    let mayModerate = viewer.mayAll(.do, .survey)
    let state = mayModerate ? visit.query("show").flatMap(SurveyWords.state) ?? .waiting : .counted
    let asked = visit.query("round").flatMap { Int($0) }
    let page = Paging(visit.query("page"), size: size)
    let kept = try await visit.read { try Kept(viewer, asked, state, page, today, $0) }
    guard let round = kept.round else { return empty(visit, area) }
    let states: [SurveyAnswer.State] = mayModerate ? SurveyAnswer.State.allCases : []
    let strands = SurveyPlaces(kept.strands, kept.localities)
    let (count, first) = (kept.counts[state, default: 0], kept.page.first)
    return SurveyAnswersPage(
      token: visit.formToken, lede: round.title, form: Way.survey(area), notice: notice(area, round, today),
      rounds: kept.rounds.map { Link($0.title, Way.surveyAnswers(area, $0, state), isCurrent: $0.id == round.id) },
      states: states.map {
        Link(
          "\(SurveyWords.name($0)) (\(kept.counts[$0, default: 0]))", Way.surveyAnswers(area, round, $0),
          isCurrent: $0 == state)
      },
      state: state, mayModerate: mayModerate, here: Way.surveyAnswers(area, round, state, page: kept.page.number),
      tiles: tiles(kept.tallies),
      tally: tally(kept.tallies, kept.strands),
      answers: kept.answers.map { answer in
        Answer(
          id: answer.id.text, version: answer.version, kind: answer.kind,
          about: strands.about(answer, on: visit.site.settings.day(of: answer.sentAt)), text: answer.text,
          isPassedOn: mayModerate && answer.worry != nil,
          address: mayModerate ? Way.surveyAnswer(answer.id, area) : nil)
      },
      part: count > kept.answers.count
        ? "From \((first + 1).grouped) to \((first + kept.answers.count).grouped) of \(count.grouped)" : nil,
      pages: kept.page.neighbours(of: count).map {
        Link($0.label, Way.surveyAnswers(area, round, state, page: $0.number))
      },
      chosen: Set(SurveyModeration.seen(visit.form).map(\.id.text)), refusals: refusals)
  }

  /// What is read for the page, in one snapshot.
  private struct Kept: Sendable {
    let rounds: [Round]
    let round: Round?
    var page: Paging
    var strands: [Framework.Strand] = []
    var localities: [Locality] = []
    var counts: [SurveyAnswer.State: Int] = [:]
    var tallies: [SurveyAnswers.Tally] = []
    var answers: [SurveyAnswer] = []

    init(
      _ viewer: AreaViewer, _ asked: Int?, _ state: SurveyAnswer.State, _ page: Paging, _ today: Day,
      _ connection: any Connection
    ) throws {
      self.page = page
      let (all, answers) = (Rounds(viewer, connection), SurveyAnswers(viewer, connection))
      rounds = try all.all()
      round = try asked.flatMap { try all.numbered($0) } ?? all.current(on: today)
      guard let round else { return }
      strands = try Frameworks(viewer, connection).find(round.framework).strands
      localities = try AreaParts(viewer.organisation, connection).localities()
      counts = try answers.counts(in: round.id)
      tallies = state == .counted ? try answers.tallies(in: round.id) : []
      self.page = page.within(counts[state, default: 0])
      self.answers = try answers.all(in: round.id, state, most: page.size, from: self.page.first)
    }
  }

  private static func notice(_ area: Area, _ round: Round, _ today: Day) -> String? {
    if !area.details.takesSurvey {
      return "The survey is switched off: nobody can answer it. The project’s details switch it on."
    }
    return round.takesEntries(on: today) ? nil : "\(round.title) takes no answers today."
  }

  private static func tiles(_ tallies: [SurveyAnswers.Tally]) -> [Tiles.Tile] {
    let sum = { (voice: SurveyVoice?) in
      String(tallies.filter { voice == nil || $0.voice == voice }.map(\.count).reduce(0, +))
    }
    return [
      .init(sum(nil), "Answers counted"), .init(sum(.parent), "from parents and carers"),
      .init(sum(.young), "from young people"), .init(sum(.other), "from others"),
    ]
  }

  private static func tally(_ tallies: [SurveyAnswers.Tally], _ strands: [Framework.Strand]) -> [TallyRow] {
    let known = Set(strands.map(\.key))
    func row(_ name: String, _ belongs: (String?) -> Bool) -> TallyRow {
      TallyRow(
        strand: name,
        counts: SurveyKind.allCases.map { kind in
          tallies.filter { $0.kind == kind && belongs($0.strand) }.map(\.count).reduce(0, +)
        })
    }
    return strands.map { strand in row(strand.name) { $0 == strand.key } }
      + [row(SurveyWords.noStrand) { $0.map { !known.contains($0) } ?? true }]
  }

  private static func empty(_ visit: Visit, _ area: Area) -> SurveyAnswersPage {
    SurveyAnswersPage(
      token: visit.formToken, lede: "No round yet", form: Way.survey(area), notice: nil, rounds: [], states: [],
      state: .counted, mayModerate: false, here: Way.surveyAnswers(area), tiles: [], tally: [], answers: [],
      part: nil, pages: [], chosen: [], refusals: .none)
  }
}

/// The area's own names of what answers are about.
struct SurveyPlaces: Sendable {
  private let strands: [String: String]
  private let localities: [ID<Locality>: String]

  init(_ strands: [Framework.Strand], _ localities: [Locality]) {
    self.strands = Dictionary(strands.map { ($0.key, $0.name) }) { first, _ in first }
    self.localities = Dictionary(localities.map { ($0.id, $0.name) }) { first, _ in first }
  }

  func strand(_ answer: SurveyAnswer) -> String { answer.strand.flatMap { strands[$0] } ?? SurveyWords.noStrand }
  func locality(_ answer: SurveyAnswer) -> String? { answer.locality.flatMap { localities[$0] } }

  /// `Parent or carer · Family support · Harbour · 21 November 2026`.
  func about(_ answer: SurveyAnswer, on day: Day) -> String {
    [answer.voice.name, answer.strand.flatMap { strands[$0] }, locality(answer), day.words].compactMap(\.self)
      .joined(separator: " · ")
  }
}
