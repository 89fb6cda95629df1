extension AreaMap {
  /// What is counted in a cell, along a strand or a level, or in all. An entry that serves several cells is counted once in
  /// each sum, so that sums are not those of their cells.
  package struct Figures: Hashable, Sendable {
    package var provision = 0
    package var gaps = 0
    /// Children reached in a year, as far as entries say it.
    package var reachSum = 0
    /// Of the provision, how many entries say it.
    package var reachSaid = 0
    /// Places in a year, as far as entries say it.
    package var placesSum = 0
    package var placesSaid = 0
    /// Children whom the gaps touch, as far as entries say it.
    package var affectedSum = 0
    package var affectedSaid = 0
    /// In the public version: numbers of 1 to 4 children that are left out of the sums.
    package var reachWithheld = 0
    package var affectedWithheld = 0
    /// Organisations that told of provision; of gaps; that said “nothing here” and told of no provision; that did any of
    /// these, for whatever age and place.
    package var providers = 0
    package var gapSayers = 0
    package var nothingHere = 0
    package var answered = 0
    package var isPublic = false
    /// False where the round’s own framework has no such cell, so that nobody could answer it.
    package var wasAsked = true

    package init() {}

    /// Nil where no entry says it: not zero.
    package var reach: Int? { reachSaid == 0 ? nil : reachSum }
    package var places: Int? { placesSaid == 0 ? nil : placesSum }
    package var affected: Int? { affectedSaid == 0 ? nil : affectedSum }

    /// Whether anybody has answered; nil in the public version, which tells only what was agreed to be shown.
    package var isAnswered: Bool? { isPublic ? nil : answered > 0 }

    package var state: State {
      if provision > 0 { return .provided }
      if !wasAsked { return .notAsked }
      if isPublic { return gaps > 0 ? .missing : .unpublished }
      if nothingHere > 0 { return .absent }
      if gaps > 0 { return .missing }
      return answered > 0 ? .elsewhere : .silent
    }
  }

  /// What is known of a cell. Silence and absence are two things.
  package enum State: String, Sendable, Hashable, CaseIterable {
    /// Somebody provides something.
    case provided
    /// Nobody tells of provision, and somebody says that there is none of theirs.
    case absent = "nothing here"
    /// Nobody tells of provision; somebody tells of a gap.
    case missing = "gaps only"
    /// There are answers, but none is for the age or the place that was asked for.
    case elsewhere = "not for these"
    /// Nobody has answered.
    case silent = "silence"
    /// Nobody was asked: the round had no such cell.
    case notAsked = "not asked"
    /// In the public version: nothing that may be shown.
    case unpublished = "nothing published"

    /// Nothing is known: no figure stands there, not even a nought.
    package var isUnknown: Bool { [.silent, .notAsked, .unpublished].contains(self) }
  }
}

/// How many children, as it may be told.
package enum ChildrenCount: Hashable, Sendable {
  case exactly(Int)
  /// Rounded to the next five, for the public.
  case about(Int)
  /// 1 to 4, for the public.
  case fewerThan5

  /// What the public may know of a number: 1 to 4 is withheld, all else rounded to fives. Public sums are sums of these,
  /// so that no sum tells more than the numbers beside it.
  package init(public number: Int) {
    switch number {
    case ...0: self = .exactly(0)
    case 1...4: self = .fewerThan5
    default: self = .about((number + 2) / 5 * 5)
    }
  }

  package init(_ number: Int, isPublic: Bool) {
    self = isPublic ? ChildrenCount(public: number) : .exactly(number)
  }

  /// Nil where it is withheld.
  package var number: Int? {
    switch self {
    case .exactly(let number), .about(let number): number
    case .fewerThan5: nil
    }
  }

  /// `40`, `about 40`, `fewer than 5`.
  package var words: String {
    switch self {
    case .exactly(let number): number.grouped
    case .about(let number): "about \(number.grouped)"
    case .fewerThan5: "fewer than 5"
    }
  }
}
