import Domain
import Store

/// UPNs that rows give to somebody else than who has them: twins whose numbers the user says were swapped. One can be given
/// away only if who has it gets another in the same file; else it is left out of the row.
struct UPNClaims {
  /// By the row whose UPN is left out, who has it.
  private(set) var leftOut: [Int: Int] = [:]

  /// `rows` are those that will be written: each with the place of the kept pupil whom it is about; nil where it is new.
  init(_ rows: [(pupil: IncomingPupil, place: Int?)], _ matcher: PupilMatcher) {
    struct Claim {
      let row: Int
      let place: Int?
      let holder: Int
    }
    var claims: [Claim] = []
    var givers: Set<Int> = []
    for (pupil, place) in rows {
      guard let upn = pupil.upn else { continue }
      if let place, upn != matcher.kept[place].pupil.upn { givers.insert(place) }
      if let holder = matcher.holder(of: upn), holder != place {
        claims.append(Claim(row: pupil.row, place: place, holder: holder))
      }
    }
    while let index = claims.firstIndex(where: { !givers.contains($0.holder) }) {
      let claim = claims.remove(at: index)
      leftOut[claim.row] = claim.holder
      if let place = claim.place { givers.remove(place) }
    }
  }
}
