/// An area's map in words: the same on the page, on paper and in files.
package enum AreaMapWords {
  package static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number.grouped) \(number == 1 ? one : many)"
  }

  package static func provision(_ number: Int) -> String { count(number, "provision", "provisions") }
  package static func gaps(_ number: Int) -> String { number == 0 ? "no gaps" : count(number, "gap", "gaps") }
  package static func organisations(_ number: Int) -> String { count(number, "organisation", "organisations") }

  /// `reach 3,900 children`, `fewer than 5 children`; nil where there is no provision.
  package static func reach(_ figures: AreaMap.Figures) -> String? {
    if figures.provision == 0 { return nil }
    guard let reach = figures.reach else {
      return figures.reachWithheld > 0 ? "fewer than 5 children each" : "how many children, nobody says"
    }
    let about = figures.isPublic ? "about " : ""
    return "reach \(about)\(reach.grouped) \(reach == 1 ? "child" : "children")"
  }

  /// `4,100 places`; nil where nobody says.
  package static func places(_ figures: AreaMap.Figures) -> String? {
    figures.places.map { count($0, "place", "places") }
  }

  /// What stands in a cell in which nobody provides anything; nil where somebody does. `isOwn`: of one organisation's map.
  package static func nothing(_ figures: AreaMap.Figures, isOwn: Bool = false) -> String? {
    switch figures.state {
    case .provided: nil
    case .absent:
      figures.nothingHere == 1 ? "nothing here, says 1" : "nothing here, say \(figures.nothingHere.grouped)"
    case .missing: "no provision told of"
    case .elsewhere: "none for these; \(figures.answered.grouped) answered"
    case .silent: isOwn ? "not answered yet" : "nobody has answered"
    case .notAsked: "not asked in this round"
    case .unpublished: "nothing published yet"
    }
  }

  /// `43 of 60 organisations have answered`.
  package static func response(_ response: AreaMap.Response) -> String {
    "\(response.answered.grouped) of \(organisations(response.known)) \(response.known == 1 ? "has" : "have") answered"
  }

  /// `Round 2: Autumn 2026, closed`.
  package static func round(_ round: Round) -> String { round.isClosed ? "\(round.title), closed" : round.title }

  /// `5 to 11`, `from 5`, `up to 11`, `5`; nil where none is said.
  package static func ages(_ from: Int?, _ until: Int?) -> String? {
    switch (from, until) {
    case (nil, nil): nil
    case (let from?, nil): "from \(from)"
    case (nil, let until?): "up to \(until)"
    case (let from?, let until?): from == until ? "\(from)" : "\(from) to \(until)"
    }
  }

  /// What one has to know to read the figures.
  package static func notes(_ map: AreaMap) -> [String] {
    var notes: [String] = []
    let total = map.total
    if map.question.isPublic {
      notes.append(
        "Only what those who told of it and the review agreed to show. Numbers of children are rounded to fives, and fewer than 5 are not told."
      )
    } else {
      let silent = map.framework.cells.count { map.figures($0).state == .silent }
      if silent > 0 {
        notes.append(
          map.isOwn
            ? "\(count(silent, "cell is", "cells are")) silent: you have not answered there yet. Where you provide nothing, say so."
            : "\(count(silent, "cell is", "cells are")) silent: nobody has answered there, which is not the same as nothing being there."
        )
      }
      if total.provision > total.reachSaid {
        let unsaid = total.provision - total.reachSaid
        notes.append(
          "\(unsaid.grouped) of \(AreaMapWords.provision(total.provision)) \(unsaid == 1 ? "does" : "do") not say how many children \(unsaid == 1 ? "it reaches" : "they reach"), and no figure of children has them."
        )
      }
    }
    if total.provision + total.gaps > 0 {
      notes.append(
        "An entry that serves several cells stands in each of them and is counted once in every sum, so sums are less than their cells together. A child whom two services reach is in both."
      )
    }
    if let locality = map.question.locality, let name = map.basis.localityName(locality) {
      notes.append("Only entries that name \(name). What is there for the whole area without naming it is not counted.")
    }
    return notes
  }
}
