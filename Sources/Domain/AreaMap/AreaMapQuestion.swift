/// What an area's map is asked for. Everything is named by what stands in its address, so that one view has one address:
/// rounds by number, specialisms and sectors by key, organisations and localities by id.
package struct AreaMapQuestion: Hashable, Sendable {
  /// What a deeper colour means.
  package enum Depth: String, CaseIterable, Hashable, Sendable {
    case reach, provision, gaps, places

    package var name: String {
      switch self {
      case .reach: "Children reached"
      case .provision: "How much provision"
      case .gaps: "How many gaps"
      case .places: "Places"
      }
    }
  }

  /// Nil: the one that takes entries, else the newest.
  package var round: Int?
  /// The earlier round that it is compared with.
  package var earlier: Int?
  package var specialism: String?
  package var sector: String?
  package var participant: ID<Participant>?
  package var locality: ID<Locality>?
  /// In years: entries for whom it is among their ages, or who say none.
  package var age: Int?
  package var depth = Depth.reach
  /// Only what may be shown to anybody.
  package var isPublic = false

  package init(round: Int? = nil) { self.round = round }

  /// Whether it is narrowed to a part of the entries that organisations sent in: by whom they are for or where they are.
  /// Whoever has answered a cell has answered it for every age and place.
  package var isForSome: Bool { age != nil || locality != nil }
}
