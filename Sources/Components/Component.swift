package import Markup

/// A part of a page: finished words in, markup out. Components know neither pupils nor the store.
package protocol Component: Sendable {
  var html: HTML { get }
}

/// A component that the gallery shows. Its examples serve as documentation, as fixtures and as tests at once.
package protocol Exhibited: Component {
  /// What the gallery calls it.
  static var name: String { get }
  /// What must and should be true of it for people who cannot see, hear, point or remember as others do.
  static var accessibility: [String] { get }
  /// Ordinary cases first, then the odd ones.
  static var examples: [Example] { get }
}

/// One case of a component, drawn.
package struct Example: Sendable {
  package let name: String
  package let html: HTML

  package init(_ name: String, _ part: some Component) {
    self.name = name
    html = part.html
  }

  package init(_ name: String, _ html: HTML) {
    self.name = name
    self.html = html
  }
}

extension HTML.Interpolation {
  package mutating func appendInterpolation(_ part: some Component) { appendInterpolation(part.html) }
}

/// Markup where a component is wanted.
extension HTML: Component {
  package var html: HTML { self }
}
