import Foundation
import Hummingbird

/// What a browser shows: an answer, and what a person can see and do on it.
struct ShownPage: Sendable {
  /// With its query.
  let address: String
  let status: Int
  let headers: HTTPFields
  let bytes: [UInt8]
  let markup: Element

  init(address: String, status: Int, headers: HTTPFields, bytes: [UInt8]) {
    self.address = address
    self.status = status
    self.headers = headers
    self.bytes = bytes
    let isPage = headers[.contentType]?.hasPrefix("text/html") == true
    markup = isPage ? Element.read(String(decoding: bytes, as: UTF8.self)) : Element("none", [:])
  }

  /// Without its query.
  var path: String { String(address.prefix { $0 != "?" }) }
  var source: String { String(decoding: bytes, as: UTF8.self) }
  var location: String? { headers[.location] }

  var title: String { markup.first("title")?.text ?? "" }
  var h1: String { markup.first("h1")?.text ?? "" }
  /// The words of the page without its frame, one space between them.
  var text: String { (markup.first("main") ?? markup).text }
  /// The words of the page with its frame.
  var allText: String { markup.first("body")?.text ?? markup.text }
  func says(_ words: String) -> Bool { allText.contains(words) }

  /// The sentence about what the last act did.
  var done: String? {
    markup.all { $0.has(class: "banner") }.first?.text.replacing("Done: ", with: "")
  }
  /// The sentences of the error summary.
  var problems: [String] {
    markup.all { $0.has(class: "error-summary") }.first?.all { $0.name == "li" }.map(\.text) ?? []
  }

  var links: [(label: String, address: String)] {
    markup.all { $0.name == "a" && $0["href"] != nil }.map { ($0.text, $0["href"]!) }
  }
  func link(_ label: String) -> String? { links.first { $0.label == label }?.address }

  var forms: [ShownForm] {
    let main = markup.first("main")
    let inMain = main?.all { $0.name == "form" }.count ?? 0
    let before = markup.all { $0.name == "form" }
    let first = main.flatMap { main in before.firstIndex { $0 == main.first("form") } } ?? before.count
    return before.enumerated().map { ShownForm($1, at: path, isInMain: $0 >= first && $0 < first + inMain) }
  }

  /// The typed or chosen value of the first field of this name in the main part's forms.
  func value(_ field: String) -> String? {
    forms.lazy.flatMap(\.sent).first { $0.0 == field }?.1
  }

  /// The rows of the table with this caption, its head first, as texts.
  func table(_ caption: String) -> [[String]] {
    guard let table = markup.all({ $0.name == "table" && $0.first("caption")?.text == caption }).first else {
      return []
    }
    return table.all { $0.name == "tr" }.map { row in row.elements.map(\.text) }
  }
}

/// A form as it stands on a page, with what would be sent.
struct ShownForm: Sendable {
  struct Control: Sendable {
    let name: String
    /// What it may send; nil: anything.
    let choices: [String]?
    /// What it would send now.
    var values: [String]
    /// Several of its choices can be sent at once.
    let takesSeveral: Bool
  }
  struct PressedButton: Sendable {
    let label: String
    let name: String?
    let value: String
    let address: String?
  }

  private(set) var action: String
  let method: String
  let isMultipart: Bool
  let isInMain: Bool
  private(set) var controls: [Control] = []
  private(set) var fileFields: [String] = []
  private(set) var buttons: [PressedButton] = []
  private var pressed: PressedButton?

  init(_ element: Element, at path: String, isInMain: Bool) {
    action = element["action"] ?? path
    method = element["method"]?.lowercased() ?? "get"
    isMultipart = element["enctype"] == "multipart/form-data"
    self.isInMain = isInMain
    for part in element.all({ ["input", "select", "textarea", "button"].contains($0.name) }) { add(part) }
  }

  /// Names and values in order, as a browser sends them.
  var sent: [(String, String)] {
    var sent = controls.flatMap { control in control.values.map { (control.name, $0) } }
    if let name = pressed?.name, let value = pressed?.value { sent.append((name, value)) }
    return sent
  }

  mutating func press(_ label: String) {
    guard let button = buttons.first(where: { $0.label == label }) else { return }
    pressed = button
    if let address = button.address { action = address }
  }

  /// Types or chooses; why that cannot be done.
  mutating func fill(_ name: String, _ texts: [String]) -> String? {
    guard let index = controls.firstIndex(where: { $0.name == name }) else {
      return "No field “\(name)” in the form to \(action), only: \(controls.map(\.name))"
    }
    if let choices = controls[index].choices, let odd = texts.first(where: { !choices.contains($0) }) {
      return "“\(name)” cannot be “\(odd)”, only one of \(choices)"
    }
    if texts.count > 1, !controls[index].takesSeveral { return "“\(name)” takes one value" }
    controls[index].values = texts
    return nil
  }

  private mutating func add(_ part: Element) {
    if part.name == "button" {
      buttons.append(
        PressedButton(label: part.text, name: part["name"], value: part["value"] ?? "", address: part["formaction"]))
      return
    }
    guard let name = part["name"], part["disabled"] == nil else { return }
    switch (part.name, part["type"] ?? "text") {
    case ("select", _):
      let options = part.all { $0.name == "option" }
      let chosen = options.filter { $0["selected"] != nil }
      controls.append(
        Control(
          name: name, choices: options.map(\.sentValue),
          values: chosen.isEmpty && part["multiple"] == nil
            ? options.prefix(1).map(\.sentValue) : chosen.map(\.sentValue),
          takesSeveral: part["multiple"] != nil))
    case ("textarea", _):
      controls.append(Control(name: name, choices: nil, values: [part.writtenText], takesSeveral: false))
    case (_, "file"): fileFields.append(name)
    case (_, "radio"), (_, "checkbox"):
      let value = part["value"] ?? "on"
      let chosen = part["checked"] != nil ? [value] : []
      if let index = controls.firstIndex(where: { $0.name == name && $0.choices != nil }) {
        let old = controls[index]
        controls[index] = Control(
          name: name, choices: old.choices! + [value], values: old.values + chosen, takesSeveral: old.takesSeveral)
      } else {
        controls.append(
          Control(name: name, choices: [value], values: chosen, takesSeveral: part["type"] == "checkbox"))
      }
    default: controls.append(Control(name: name, choices: nil, values: [part["value"] ?? ""], takesSeveral: true))
    }
  }
}
