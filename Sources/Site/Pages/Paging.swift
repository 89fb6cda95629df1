import Components
import Markup

/// Which part of a long list stands on a page, and the pages beside it.
struct Paging: Sendable {
  /// From 1.
  let number: Int
  let size: Int

  /// As the address or a form asks for it; anything else is the first.
  init(_ asked: String?, size: Int) {
    number = max(1, min(asked.flatMap { Int($0) } ?? 1, 1_000_000))
    self.size = size
  }

  /// How many stand on the pages before.
  var first: Int { (number - 1) * size }

  /// The same, or the last page where so many do not come to it: the list may have become shorter.
  func within(_ count: Int) -> Paging { Paging(String(min(number, max(1, (count + size - 1) / size))), size: size) }

  /// The pages before and after.
  func neighbours(of count: Int) -> [(label: String, number: Int)] {
    (number > 1 ? [("The page before", number - 1)] : [])
      + (first + size < count ? [("The next page", number + 1)] : [])
  }
}

/// Links to the pages before and after.
struct PageLinks: Component {
  let links: [Components.Link]

  init(_ links: [Components.Link]) { self.links = links }

  var html: HTML {
    if links.isEmpty { return .empty }
    return """
      <nav aria-label="Pages">\(ButtonRow(links.map { LinkButton($0.label, $0.address, style: .quiet).html }))</nav>
      """
  }
}
