import Domain
import Markup
import Store

extension Way {
  static func entries(_ area: Area) -> Address { part(.entries, area) }
  static func entry(_ id: ID<Entry>, _ area: Area) -> Address { "\(entries(area))/\(segment: id.text)" }
  static func newEntry(_ kind: EntryKind, _ area: Area) -> Address {
    ("\(entries(area))/new" as Address).asking("kind", kind.rawValue)
  }
  static func changeEntry(_ id: ID<Entry>, _ area: Area) -> Address { "\(entry(id, area))/change" }
  static func withdrawal(_ id: ID<Entry>, _ area: Area) -> Address { "\(entry(id, area))/withdrawal" }
  static func restoration(_ id: ID<Entry>, _ area: Area) -> Address { "\(entry(id, area))/restoration" }
  static func seenMove(_ id: ID<Entry>, _ area: Area) -> Address { "\(entry(id, area))/seen" }
  static func moveEntry(_ id: ID<Entry>, _ area: Area) -> Address { "\(entry(id, area))/cells" }
  static func askAbout(_ id: ID<Entry>, _ area: Area) -> Address { "\(entry(id, area))/questions" }
  static func answer(_ question: ID<EntryQuestion>, _ id: ID<Entry>, _ area: Area) -> Address {
    "\(askAbout(id, area))/\(segment: question.text)/answer"
  }
  static func unmerge(_ id: ID<Entry>, _ area: Area) -> Address { "\(entry(id, area))/unmerging" }

  /// Keeps a draft while somebody types.
  static func keepDraft(_ area: Area) -> Address { "\(entries(area))/draft" }
  static func searchEntries(_ area: Area) -> Address { "\(entries(area))/search" }
  static func markEntries(_ area: Area) -> Address { "\(entries(area))/marks" }
  static func mergeEntries(_ area: Area) -> Address { "\(entries(area))/merging" }
  static func copyEntries(_ area: Area) -> Address { "\(entries(area))/copies" }
  static func sendDrafts(_ area: Area) -> Address { "\(entries(area))/drafts" }
  static func importEntries(_ area: Area) -> Address { "\(entries(area))/import" }
  static func importedEntries(_ id: ID<KeptImport>, _ area: Area) -> Address {
    "\(importEntries(area))/\(segment: id.text)"
  }

  /// One cell of one specialism: what is wanted there, and what we said of it.
  static func deskCell(_ cell: String, specialism: String, _ area: Area) -> Address {
    (Way.areaDesk(area.address) as Address).asking("specialism", specialism).asking("cell", cell)
  }
  static func nothingHere(_ area: Area) -> Address { "\(Way.areaDesk(area.address))/nothing-here" }
  static func somethingHere(_ area: Area) -> Address { "\(nothingHere(area))/removal" }
}
