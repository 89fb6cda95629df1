import Domain

/// Lists with one row per need: the rows of one pupil say the same of the child, and each one need with its rank.
extension PupilFile {
  /// By what rows are known to be about one pupil: the UPN, and the name with the date of birth.
  static func keys(of pupil: IncomingPupil) -> [String] {
    [pupil.upn?.text, PupilMatcher.key(pupil)].compactMap(\.self)
  }

  /// Makes one pupil of each one's rows, with all their needs. Where one of the rows cannot be taken none of them is: the
  /// others would make a need primary that is not. Rows that say different things of the child stay apart.
  mutating func mergeNeeds(without refusedKeys: Set<String>) {
    var places: [String: Int] = [:]
    var merged: [IncomingPupil] = []
    for pupil in pupils {
      let keys = Self.keys(of: pupil)
      guard refusedKeys.isDisjoint(with: keys) else {
        refused.append(
          RefusedCell(
            row: pupil.row, column: nameColumn,
            message: "Another row with a need of this pupil cannot be taken, so this one is left out with it."))
        if let upn = pupil.upn { refusedUPNs.insert(upn) }
        continue
      }
      if let key = keys.first, let place = places[key], merged[place].saysTheSame(as: pupil) {
        merged[place].takeNeeds(of: pupil)
      } else {
        if let key = keys.first { places[key] = places[key] ?? merged.count }
        merged.append(pupil)
      }
    }
    pupils = merged
  }
}

extension IncomingPupil {
  fileprivate func saysTheSame(as other: IncomingPupil) -> Bool {
    func agree<Value: Equatable>(_ value: KeyPath<IncomingPupil, Value?>) -> Bool {
      guard let mine = self[keyPath: value], let theirs = other[keyPath: value] else { return true }
      return mine == theirs
    }
    let said = saidFlags.intersection(other.saidFlags)
    return agree(\.upn) && agree(\.surname) && agree(\.forename) && agree(\.birthDay) && agree(\.year)
      && agree(\.className) && agree(\.sex) && agree(\.joinedOn) && agree(\.leftOn) && agree(\.lastStatus)
      && flags.intersection(said) == other.flags.intersection(said)
  }

  private var lastStatus: RecordedStatus? { statuses.last?.status }

  /// The first of two rows with the same need counts.
  fileprivate mutating func takeNeeds(of other: IncomingPupil) {
    guard case .dated(let more)? = other.needs else { return }
    guard case .dated(let mine)? = needs else {
      needs = other.needs
      return
    }
    needs = .dated(mine + more.filter { new in !mine.contains { $0.need.type == new.need.type } })
  }
}
