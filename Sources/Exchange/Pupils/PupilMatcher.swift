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

  private let kept: [KeptPupil]
  private var byUPN: [UPN: Int] = [:]
  private var byName: [String: [Int]] = [:]
  /// By the name that a pupil is called.
  private var byCalledName: [String: [Int]] = [:]
  private var byFullName: [String: [Int]] = [:]

  init(_ kept: [KeptPupil]) {
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
    let called = pupil.preferredForename.map { Self.key(Folding.fold(surname), Folding.fold($0), birthDay) }
    if let places = byCalledName[key] ?? called.flatMap({ byCalledName[$0] ?? byName[$0] }) {
      return .unsure(
        places,
        question: "The surname, the date of birth and the name that the child is called are the same. Is it the "
          + "same child?", mayBeNew: true)
    }
    return .new
  }

  /// Kept pupils of the same name who were born on another day.
  func namesakes(of pupil: IncomingPupil) -> [Int] {
    guard let surname = pupil.surname, let forename = pupil.forename else { return [] }
    return byFullName["\(Folding.fold(surname))|\(Folding.fold(forename))"] ?? []
  }

  /// Surname, forename and birth date as they are compared.
  static func key(_ surname: String, _ forename: String, _ birthDay: Day) -> String {
    "\(surname)|\(forename)|\(birthDay.number)"
  }

  private func matched(_ pupil: IncomingPupil, byUPN place: Int) -> Match {
    let same = kept[place].pupil
    let surnameDiffers = pupil.surname.map { Folding.fold($0) != Folding.fold(same.surname) } ?? false
    let forenames = [same.forename, same.preferredForename].compactMap(\.self).map(Folding.fold)
    let forenameDiffers = pupil.forename.map { !forenames.contains(Folding.fold($0)) } ?? false
    let birthDayDiffers = pupil.birthDay.map { $0 != same.birthDay } ?? false
    if surnameDiffers, forenameDiffers, birthDayDiffers {
      return .unsure(
        [place],
        question: "The UPN is that of \(same.listName), but the names and the date of birth are not. Is it the "
          + "same child?", mayBeNew: false)
    }
    return .same(place)
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
