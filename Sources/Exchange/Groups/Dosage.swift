import Domain

/// How long and how often, as people write it: `30 mins x3`, `20 min daily`, `Mon & Wed 9.30`, `1 hr a fortnight`.
struct Dosage: Hashable, Sendable {
  var minutes: Int?
  var sessions: Int?
  var per: Per?
  var slots: [Schedule.Slot] = []

  enum Per: String, CaseIterable, Hashable, Sendable {
    case week, fortnight
    case halfTerm = "half-term"
    case once

    /// `week`, `wk`, `weekly`, `fortnight`, `half term`, `once`. Nil for anything else.
    init?(typed text: String) {
      switch Folding.fold(text) {
      case "week", "wk", "weekly", "w", "per week", "a week", "pw": self = .week
      case "fortnight", "fortnightly", "2 weeks", "two weeks", "per fortnight", "a fortnight": self = .fortnight
      case "half term", "halfterm", "half termly", "ht", "per half term", "a half term": self = .halfTerm
      case "once", "one off", "oneoff", "single": self = .once
      default: return nil
      }
    }
  }

  var isEmpty: Bool { self == Dosage() }

  /// The schedule that this comes to. Nil where nothing says how long: a strategy. Refuses minutes without how often.
  func schedule(on day: Day? = nil) throws(Refusal) -> Schedule? {
    guard let minutes else {
      if isEmpty { return nil }
      throw .invalid("Say how many minutes a session lasts.", field: "minutes")
    }
    if !slots.isEmpty { return try Schedule(minutes: minutes, .on(slots)) }
    if per == .once { return try Schedule(minutes: minutes, .once(day)) }
    guard let sessions else {
      throw .invalid("Say how often: so many sessions a week, or days.", field: "sessions")
    }
    switch per ?? .week {
    case .week: return try Schedule(minutes: minutes, .perWeek(sessions))
    case .fortnight: return try Schedule(minutes: minutes, .perFortnight(sessions))
    case .halfTerm: return try Schedule(minutes: minutes, .perHalfTerm(sessions))
    case .once: return try Schedule(minutes: minutes, .once(day))
    }
  }

  /// `30 minutes, 3 times a week`, as far as it is known.
  var words: String {
    if let schedule = try? schedule() { return schedule.words }
    var parts: [String] = []
    if let minutes { parts.append("\(minutes) min") }
    if let sessions { parts.append("\(sessions) × \((per ?? .week).rawValue)") }
    return parts.joined(separator: ", ")
  }

  /// What `other` knows, where this does not.
  func filled(with other: Dosage) -> Dosage {
    var filled = self
    filled.minutes = minutes ?? other.minutes
    if sessions == nil, slots.isEmpty, per == nil {
      filled.sessions = other.sessions
      filled.per = other.per
      filled.slots = other.slots
    }
    return filled
  }
}
