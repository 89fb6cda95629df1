import Domain
import Hummingbird
import Markup

/// A question about an area's map as its address has it, and back: numbers, keys and ids, never a name.
extension AreaMapQuestion {
  /// The query's items, in a fixed order, so that one view has one address.
  var items: [(name: String, value: String)] {
    let items: [(name: String, value: String?)] = [
      ("round", round.map(String.init)), ("with", earlier.map(String.init)), ("specialism", specialism),
      ("sector", sector), ("organisation", participant?.text), ("locality", locality?.text),
      ("age", age.map(String.init)), ("by", depth == .reach ? nil : depth.rawValue),
    ]
    return items.compactMap { item in item.value.map { (item.name, $0) } }
  }

  /// The same view elsewhere: the spreadsheet, a cell, the gaps.
  func at(_ address: Address) -> Address { address.asking(items) }

  /// The same without one of its filters.
  func without(_ key: String) -> AreaMapQuestion {
    var less = self
    switch key {
    case "specialism": less.specialism = nil
    case "sector": less.sector = nil
    case "organisation": less.participant = nil
    case "locality": less.locality = nil
    case "age": less.age = nil
    default: break
    }
    return less
  }

  var unfiltered: AreaMapQuestion {
    ["specialism", "sector", "organisation", "locality", "age"].reduce(self) { $0.without($1) }
  }
}

extension Visit {
  /// The question that the address asks. What cannot be read is left out; `canonical` then leads to the address that says
  /// so.
  var areaMapQuestion: AreaMapQuestion {
    var question = AreaMapQuestion(round: number("round", in: 1...100_000))
    question.earlier = number("with", in: 1...100_000)
    question.specialism = key("specialism")
    question.sector = key("sector")
    question.participant = query("organisation").flatMap { ID($0) }
    question.locality = query("locality").flatMap { ID($0) }
    question.age = number("age", in: 0...25)
    question.depth = query("by").flatMap(AreaMapQuestion.Depth.init(rawValue:)) ?? .reach
    return question
  }

  /// Where the address is not the one that we would have made: the way there.
  func canonical(_ question: AreaMapQuestion, at address: Address) -> Response? {
    let asked = request.uri.query.map { SentForm(urlEncoded: $0).fields.filter { $0.name != "done" } } ?? []
    let own = question.items.map { SentForm.Field($0.name, $0.value) }
    return asked == own ? nil : redirect(to: question.at(address))
  }

  /// Whether the address asks for what anybody may see: `?public`, with or without a value.
  var asksForPublic: Bool {
    request.uri.query.map { SentForm(urlEncoded: $0).fields.contains { $0.name == "public" } } ?? false
  }

  private func number(_ name: String, in range: ClosedRange<Int>) -> Int? {
    query(name).flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil }
  }

  private func key(_ name: String) -> String? {
    query(name).flatMap { $0.utf8.count <= 60 && $0.utf8.allSatisfy { $0 > 32 && $0 < 127 } ? $0 : nil }
  }
}
