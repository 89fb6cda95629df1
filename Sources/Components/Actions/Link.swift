package import Markup

/// A link's words and where it leads: in navigation, breadcrumbs, tabs, and by itself.
package struct Link: Component, Hashable {
  package let label: String
  package let address: Address
  /// True where the link leads to the page that is open, or to the part of the program that it belongs to.
  package let isCurrent: Bool

  package init(_ label: String, _ address: Address, isCurrent: Bool = false) {
    self.label = label
    self.address = address
    self.isCurrent = isCurrent
  }

  package var html: HTML {
    """
    <a href="\(address)"\(if: isCurrent, " aria-current=\"page\"")>\(label)</a>
    """
  }
}
