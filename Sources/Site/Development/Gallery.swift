/// Every page of the site by folder: a new folder of pages adds its line here.
enum PageGallery {
  struct Folder: Sendable {
    let name: String
    let pages: [any Page.Type]
  }

  static let folders: [Folder] = [
    Folder(name: "Accounts", pages: AccountPages.all),
    Folder(name: "Schools", pages: SchoolPages.all),
    Folder(name: "Staff", pages: StaffPages.all),
    Folder(name: "Pupils", pages: PupilPages.all),
    Folder(name: "School map", pages: MapPages.all),
    Folder(name: "Strategy", pages: StrategyRoutes.pages),
    Folder(name: "Imports", pages: ImportPages.all),
    Folder(name: "Catalogue", pages: CataloguePages.all),
    Folder(name: "Groups", pages: GroupPages.all),
    Folder(name: "Areas", pages: AreaPages.all),
    Folder(name: "Offers to areas", pages: OfferPages.all),
    Folder(name: "Forms", pages: [FormPage.self]),
    Folder(name: "Help", pages: [HelpPage.self, AreaHelpPage.self]),
    Folder(name: "Requests", pages: [ProblemPage.self]),
    Folder(name: "Development", pages: [GalleryPage.self, ComponentsPage.self, MessagesPage.self]),
  ]

  static var pages: [any Page.Type] { folders.flatMap(\.pages) }

  /// A page by the name of its type.
  static func page(named name: String) -> (any Page.Type)? { pages.first { "\($0)" == name } }

  /// The example of this number, counted from 1; nil when there is none.
  static func example(_ number: Int, of page: any Page.Type) -> (any Page)? {
    let all: [any Page] = examples(of: page)
    return all.indices.contains(number - 1) ? all[number - 1] : nil
  }

  static func examples(of page: any Page.Type) -> [any Page] { page.examples }
}
