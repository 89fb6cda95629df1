import Domain
import Hummingbird
import Markup
import Store

/// Entries on an area's map: contributing, tidying, bringing in.
enum EntryRoutes {
  private static let list = "\(AreaRoutes.one)/entries"
  private static let entry = "\(list)/{entry}"

  static func routes(_ routes: inout Routes) {
    routes.get("\(AreaRoutes.one)/desk", .anyoneInArea, AreaDeskPage.show)
    routes.post("\(AreaRoutes.one)/desk/nothing-here", .area(.do, .entries), NothingHereActs.say)
    routes.post("\(AreaRoutes.one)/desk/nothing-here/removal", .area(.do, .entries), NothingHereActs.takeBack)

    routes.get(list, .area(.see, .entries), EntriesPage.show)
    routes.post("\(list)/search", .area(.see, .entries), EntriesPage.find)
    routes.get("\(list)/new", .area(.do, .entries), EntryFormActs.new)
    routes.post(list, .area(.do, .entries), EntryFormActs.add)
    routes.post("\(list)/draft", .area(.do, .entries), EntryFormActs.keep)
    routes.post("\(list)/drafts", .area(.do, .entries), EntryActs.sendDrafts)
    routes.get("\(list)/copies", .area(.do, .entries), CopyEntriesPage.show)
    routes.post("\(list)/copies", .area(.do, .entries), CopyEntriesPage.copy)
    routes.post("\(list)/marks", .area(.do, .tidying), EntryActs.mark)
    routes.get("\(list)/merging", .area(.do, .tidying), MergeEntriesPage.show)
    routes.post("\(list)/merging", .area(.do, .tidying), MergeEntriesPage.merge)
    EntryImportRoutes.routes(&routes)

    routes.get(entry, .area(.see, .entries), EntryPage.show)
    routes.get("\(entry)/change", .area(.do, .entries), EntryFormActs.change)
    routes.post("\(entry)/change", .area(.do, .entries), EntryFormActs.save)
    routes.post("\(entry)/withdrawal", .area(.do, .entries), EntryActs.withdraw)
    routes.post("\(entry)/restoration", .area(.do, .entries), EntryActs.restore)
    routes.post("\(entry)/seen", .area(.do, .entries), EntryActs.seeMove)
    routes.get("\(entry)/cells", .area(.do, .tidying), MoveEntryPage.show)
    routes.post("\(entry)/cells", .area(.do, .tidying), MoveEntryPage.move)
    routes.post("\(entry)/questions", .area(.do, .tidying), EntryActs.ask)
    routes.post("\(entry)/questions/{question}/answer", .area(.do, .entries), EntryActs.answer)
    routes.post("\(entry)/unmerging", .area(.do, .tidying), EntryActs.unmerge)
  }
}

/// Every page about entries, for the gallery and the tests that look at all of them.
enum EntryPages {
  static let all: [any Page.Type] = [
    AreaDeskPage.self, EntryFormPage.self, EntryPage.self, EntriesPage.self, MoveEntryPage.self, MergeEntriesPage.self,
    CopyEntriesPage.self, EntryImportPage.self, EntryImportPreviewPage.self,
  ]
}
