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

  var title: String { "Development" }
  var isWide: Bool { true }

  static var examples: [GalleryPage] {
    [
      GalleryPage(folders: [
        Folder(name: "Accounts", pages: [Entry(name: "SignInPage", examples: ["/development/pages/SignInPage/1"])])
      ])
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
      })
  }

  var body: HTML {
    """
    \(PageHeader(title, lede: "Every page, component and message, drawn from its examples. Nothing here is kept."))\
    <p><a href="\(Way.developmentComponents)">Components</a> · <a href="\(Way.developmentMessages)">Messages</a></p>\
    \(each: folders, section)
    """
  }

  private func section(_ folder: Folder) -> HTML {
    """
    <h2>\(folder.name)</h2>\
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
  static let developmentMessages: Address = "/development/messages"
  static func development(_ page: String, example: Int) -> Address {
    "/development/pages/\(segment: page)/\(example)"
  }
}
