import Domain
import Store

extension PupilMatcher {
  /// A UPN that is known is not enough where the row names somebody else: lists have UPNs of twins swapped, and columns that
  /// slipped by a row. A correction of one of surname, forename and birth date is taken where nobody else fits.
  func matched(_ pupil: IncomingPupil, byUPN place: Int) -> Match {
    let same = kept[place].pupil
    let differing = differences(pupil, same)
    if differing.isEmpty { return .same(place) }
    let named = named(by: pupil).filter { $0 != place }
    if !named.isEmpty {
      let whose = named.count == 1 ? kept[named[0]].pupil.listName : "\(named.count) others here"
      let what = pupil.birthDay == nil ? "the name is that" : "the name and the date of birth are those"
      return .unsure(
        [place] + named, question: "The UPN is that of \(same.listName), but \(what) of \(whose). Which of them is it?",
        mayBeNew: false)
    }
    if let other = row(naming: place, besides: pupil) {
      return .unsure(
        [place],
        question: "The UPN is that of \(same.listName), whom row \(other.row) names. Is it the same child?",
        mayBeNew: true)
    }
    guard differing.count > 1 else { return .same(place) }
    let alike = alike(to: pupil).filter { $0 != place }.prefix(5)
    return .unsure(
      [place] + alike,
      question: "The UPN is that of \(same.listName), but \(Self.list(differing)) differ. "
        + (alike.isEmpty ? "Is it the same child?" : "Which of them is it?"), mayBeNew: false)
  }

  /// What the row says otherwise than is kept.
  private func differences(_ pupil: IncomingPupil, _ same: Pupil) -> [String] {
    var differing: [String] = []
    if let surname = pupil.surname, Folding.fold(surname) != Folding.fold(same.surname) {
      differing.append("the surname")
    }
    let forenames = [same.forename, same.preferredForename].compactMap(\.self).map(Folding.fold)
    if let forename = pupil.forename, !forenames.contains(Folding.fold(forename)) { differing.append("the forename") }
    if let born = pupil.birthDay, born != same.birthDay { differing.append("the date of birth") }
    return differing
  }

  private static func list(_ words: [String]) -> String {
    words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
  }
}
