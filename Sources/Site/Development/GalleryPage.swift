import Components
import Markup

/// What `/development` leads to: each page of the site drawn from its examples, the components, the messages.
struct GalleryPage: Page {
  struct Folder: Sendable {
    let name: String
    let pages: [Entry]
  }
  struct Entry: Sendable {
    let name: String
    let examples: [Address]
  }

  let folders: [Folder]
  let documents: [Components.Link]
  let messages: [String]

  var title: String { "Development" }
  var isWide: Bool { true }

  static var examples: [GalleryPage] {
    [
      GalleryPage(
        folders: [
          Folder(name: "Accounts", pages: [Entry(name: "SignInPage", examples: ["/development/pages/SignInPage/1"])])
        ], documents: [Components.Link("School map on A3", "/development/documents/school-map-a3")],
        messages: ["Choose a new password for Trellis"])
    ]
  }

  /// All of them.
  static var all: GalleryPage {
    GalleryPage(
      folders: PageGallery.folders.map { folder in
        Folder(
          name: folder.name,
          pages: folder.pages.map { page in
            Entry(
              name: "\(page)",
              examples: PageGallery.examples(of: page).indices.map { Way.development("\(page)", example: $0 + 1) })
          })
      }, documents: DocumentGallery.all.map { Components.Link($0.title, Way.developmentDocument($0.name)) },
      messages: Message.examples.map(\.subject))
  }

  var body: HTML {
    """
    \(PageHeader(title, lede: "Every page, document, component and message, drawn from its examples. Nothing here is kept."))\
    <h2>Documents</h2><ul>\(each: documents, { "<li>\($0)</li>" })</ul>\
    <h2>Messages</h2><p><a href="\(Way.developmentMessages)">\(messages.count) messages that are sent by e-mail</a></p>\
    <ul>\(each: messages, { "<li>\($0)</li>" })</ul>\
    <h2>Components</h2><p><a href="\(Way.developmentComponents)">Every part of a page</a></p>\
    \(each: folders, section)
    """
  }

  private func section(_ folder: Folder) -> HTML {
    """
    <h2>Pages: \(folder.name)</h2>\
    \(DataTable("Pages of \(folder.name)", showsCaption: false, columns: [DataTable.Column("Page"), DataTable.Column("Examples")], rows: folder.pages.map(row)))
    """
  }

  private func row(_ entry: Entry) -> [DataTable.Cell] {
    [
      .text(entry.name),
      .html("\(each: entry.examples.enumerated(), { "\(link($0.offset + 1, $0.element, entry.name)) " })"),
    ]
  }

  private func link(_ number: Int, _ address: Address, _ name: String) -> HTML {
    "<a href=\"\(address)\">\(number)<span class=\"unseen\"> of \(name)</span></a>"
  }
}

struct ComponentsPage: Page {
  var title: String { "Components" }
  var isWide: Bool { true }
  var body: HTML { GalleryView().html }

  static var examples: [ComponentsPage] { [ComponentsPage()] }
}

/// Messages as they are sent, in plain text.
struct MessagesPage: Page {
  let messages: [Message]

  var title: String { "Messages" }

  var body: HTML {
    """
    \(PageHeader(title, lede: "What is sent by e-mail."))\
    \(each: messages, { "<h2>\($0.subject)</h2><pre>\($0.text)</pre>" })
    """
  }

  static var examples: [MessagesPage] { [MessagesPage(messages: Message.examples)] }
}

extension Way {
  static let developmentComponents: Address = "/development/components"
  static func developmentDocument(_ name: String) -> Address { "/development/documents/\(segment: name)" }
  static let developmentMessages: Address = "/development/messages"
  static func development(_ page: String, example: Int) -> Address {
    "/development/pages/\(segment: page)/\(example)"
  }
}
