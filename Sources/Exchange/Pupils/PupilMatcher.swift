import Domain
import Store

/// Finds whom a row is about: by UPN, else by surname, forename and birth date. What could be a guess is asked.
struct PupilMatcher {
  enum Match {
    case new
    /// The kept pupil, by its place in the list.
    case same(Int)
    case unsure([Int], question: String, mayBeNew: Bool)
    case refused(column: PupilField, String)
  }

  let kept: [KeptPupil]
  private var byUPN: [UPN: Int] = [:]
  private var byName: [String: [Int]] = [:]
  /// By the name that a pupil is called.
  private var byCalledName: [String: [Int]] = [:]
  private var byFullName: [String: [Int]] = [:]
  /// The rows of the file that say a surname, a forename and a birth date, by these.
  private var rowsByName: [String: [IncomingPupil]] = [:]

  init(_ kept: [KeptPupil], rows: [IncomingPupil]) {
    self.kept = kept
    for (place, kept) in kept.enumerated() {
      let pupil = kept.pupil
      if let upn = pupil.upn { byUPN[upn] = place }
      let surname = Folding.fold(pupil.surname)
      let forename = Folding.fold(pupil.forename)
      byName[Self.key(surname, forename, pupil.birthDay), default: []].append(place)
      byFullName["\(surname)|\(forename)", default: []].append(place)
      if let called = pupil.preferredForename.map(Folding.fold), called != forename {
        byCalledName[Self.key(surname, called, pupil.birthDay), default: []].append(place)
      }
    }
    for row in rows {
      if let key = Self.key(row) { rowsByName[key, default: []].append(row) }
    }
  }

  func match(_ pupil: IncomingPupil) -> Match {
    if let upn = pupil.upn, let place = byUPN[upn] { return matched(pupil, byUPN: place) }
    guard let surname = pupil.surname, let forename = pupil.forename else {
      return .refused(
        column: pupil.surname == nil ? .surname : .forename,
        pupil.upn == nil
          ? "Without a UPN, a row needs a surname and a forename."
          : "No pupil here has this UPN, and a new pupil needs a surname and a forename.")
    }
    guard let birthDay = pupil.birthDay else {
      return .refused(
        column: .birthDay,
        pupil.upn == nil
          ? "Without a UPN, a date of birth is needed to tell who \(pupil.listName) is."
          : "No pupil here has this UPN, and a new pupil needs a date of birth.")
    }
    let key = Self.key(Folding.fold(surname), Folding.fold(forename), birthDay)
    if let places = byName[key] { return matched(pupil, byName: places) }
    let called = calledNames(pupil, key)
    if !called.isEmpty {
      return .unsure(
        called,
        question: "The surname, the date of birth and the name that the child is called are the same. Is it the "
          + "same child?", mayBeNew: true)
    }
    return .new
  }

  /// Who has this UPN.
  func holder(of upn: UPN) -> Int? { byUPN[upn] }

  /// Kept pupils of the same name who were born on another day.
  func namesakes(of pupil: IncomingPupil) -> [Int] {
    guard let surname = pupil.surname, let forename = pupil.forename else { return [] }
    return byFullName["\(Folding.fold(surname))|\(Folding.fold(forename))"] ?? []
  }

  /// Those whom the row names, whatever its UPN: by surname, forename and birth date, by the name that a child is called, or
  /// where it says no birth date by surname and forename alone.
  func named(by pupil: IncomingPupil) -> [Int] {
    guard let key = Self.key(pupil) else { return pupil.birthDay == nil ? namesakes(of: pupil) : [] }
    return byName[key] ?? calledNames(pupil, key)
  }

  /// Those with whom the row shares two of surname, forename and birth date. Asked seldom, so everybody is looked at.
  func alike(to pupil: IncomingPupil) -> [Int] {
    let (surname, forename) = (pupil.surname.map(Folding.fold), pupil.forename.map(Folding.fold))
    return kept.indices.filter { place in
      let other = kept[place].pupil
      let shared = [
        surname == Folding.fold(other.surname), forename == Folding.fold(other.forename),
        pupil.birthDay == other.birthDay,
      ]
      return shared.count(where: \.self) >= 2
    }
  }

  /// A row that names this pupil exactly, and is not the one of `pupil`.
  func row(naming place: Int, besides pupil: IncomingPupil) -> IncomingPupil? {
    let same = kept[place].pupil
    let key = Self.key(Folding.fold(same.surname), Folding.fold(same.forename), same.birthDay)
    return rowsByName[key]?.first { $0.row != pupil.row && ($0.upn == nil || $0.upn != pupil.upn) }
  }

  /// Surname, forename and birth date as they are compared.
  static func key(_ surname: String, _ forename: String, _ birthDay: Day) -> String {
    "\(surname)|\(forename)|\(birthDay.number)"
  }

  /// Nil where the row does not say all three.
  static func key(_ pupil: IncomingPupil) -> String? {
    guard let surname = pupil.surname, let forename = pupil.forename, let birthDay = pupil.birthDay else { return nil }
    return key(Folding.fold(surname), Folding.fold(forename), birthDay)
  }

  private func calledNames(_ pupil: IncomingPupil, _ key: String) -> [Int] {
    if let places = byCalledName[key] { return places }
    guard let surname = pupil.surname, let called = pupil.preferredForename, let day = pupil.birthDay else { return [] }
    let calledKey = Self.key(Folding.fold(surname), Folding.fold(called), day)
    return byCalledName[calledKey] ?? byName[calledKey] ?? []
  }

  private func matched(_ pupil: IncomingPupil, byName places: [Int]) -> Match {
    let differs = places.contains { place in
      kept[place].pupil.upn != nil && pupil.upn != nil && kept[place].pupil.upn != pupil.upn
    }
    if places.count == 1, !differs { return .same(places[0]) }
    let question =
      places.count == 1
      ? "The name and the date of birth are the same, but the UPN differs. Is it the same child?"
      : "\(places.count) pupils here have this name and date of birth. Which of them is it?"
    return .unsure(places, question: question, mayBeNew: true)
  }
}
