import Components
import Domain
import Markup

/// The choices over an area's map; the same over its grid, its gaps and its places.
struct AreaMapFilter: Sendable {
  struct Pick: Sendable {
    let field: Field
    let choices: [Choice]
    let selected: String
  }

  let address: Address
  let picks: [Pick]
  let kept: [HiddenField]
  let chosen: [FilterChips.Chosen]
  let clear: Address?

  /// More organisations than these are offered only where a sector is chosen.
  static let mostOrganisations = 300

  /// `page`: where the form is answered. `earlier`: the number of the round that is compared with, where one is.
  init(_ map: AreaMap, at page: Address, offersDepth: Bool = true, comparedWith earlier: Int? = nil) {
    let question = map.question
    address = page
    var picks: [Pick] = []
    func pick(_ name: String, _ label: String, _ all: String?, _ choices: [Choice], _ selected: String?) {
      if choices.count > (all == nil ? 1 : 0) {
        picks.append(
          Pick(
            field: Field(name, label), choices: (all.map { [Choice("", $0)] } ?? []) + choices,
            selected: selected ?? ""))
      }
    }
    pick(
      "round", "Round", nil, map.basis.rounds.reversed().map { Choice(String($0.number), $0.title) },
      String(map.round.number))
    if let earlier {
      let before = map.basis.rounds.reversed().filter { $0.number < map.round.number }
      pick("with", "Compared with", nil, before.map { Choice(String($0.number), $0.title) }, String(earlier))
    }
    pick(
      "specialism", "Specialism", "All specialisms",
      map.basis.specialisms.map { Choice($0.specialism.key, $0.specialism.name) }, question.specialism)
    pick("sector", "Sector", "All sectors", map.basis.sectors.map { Choice($0.key, $0.name) }, question.sector)
    if map.organisations.count <= Self.mostOrganisations, map.organisations.count > 1 || question.participant != nil {
      pick(
        "organisation", "Organisation", "All organisations",
        map.organisations.map { Choice($0.id.text, $0.name) }, question.participant?.text)
    }
    pick(
      "locality", "Locality", "Everywhere", map.basis.localities.map { Choice($0.id.text, $0.name) },
      question.locality?.text)
    pick("age", "Age", "All ages", (0...25).map { Choice(String($0), "\($0)") }, question.age.map(String.init))
    if offersDepth {
      pick(
        "by", "Colour shows", nil, AreaMapQuestion.Depth.allCases.map { Choice($0.rawValue, $0.name) },
        question.depth.rawValue)
    }
    self.picks = picks
    kept =
      (picks.contains { $0.field.name == "with" }
        ? [] : question.earlier.map { [HiddenField("with", String($0))] } ?? [])
      + (picks.contains { $0.field.name == "round" } ? [] : [HiddenField("round", String(map.round.number))])
    chosen = map.filter.map { FilterChips.Chosen($0.words, without: question.without($0.key).at(page)) }
    clear = chosen.count > 1 ? question.unfiltered.at(page) : nil
  }

  var html: HTML {
    """
    \(FilterBar("Choose what the map shows", asking: address, fields: fields))\
    \(if: !chosen.isEmpty, FilterChips(chosen, clear: clear).html)
    """
  }

  private var fields: HTML {
    "\(each: picks, { Select($0.field, $0.choices, selected: $0.selected).html })\(each: kept, { $0.html })"
  }
}
