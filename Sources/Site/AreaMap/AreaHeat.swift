import Components
import Domain
import Markup

/// An area's map as a heat map on the page.
enum AreaHeat {
  static func map(
    _ map: AreaMap, _ caption: String, on scale: DepthScale, sums: Bool = true, to address: ((Cell) -> Address)?
  ) -> HeatMap {
    let framework = map.framework
    let rows = framework.levels.indices.map { level in
      HeatMap.Row(
        framework.levels[level].name,
        framework.strands.indices.map { strand in
          let cell = Cell(strand: strand, level: level)
          return self.cell(map.figures(cell), map, depth: map.depth(cell, on: scale), to: address?(cell))
        }, total: sums ? self.cell(map.figures(level: level), map, depth: 0, to: nil) : nil)
    }
    let totals =
      sums
      ? framework.strands.indices.map { self.cell(map.figures(strand: $0), map, depth: 0, to: nil) }
        + [self.cell(map.total, map, depth: 0, to: nil)] : []
    return HeatMap(caption, columns: columns(framework), rows: rows, totals: totals)
  }

  static func columns(_ framework: Framework) -> [HeatMap.Column] {
    framework.strands.enumerated().map { HeatMap.Column($1.name, Hue(position: $0 + 1)) }
  }

  private static func cell(
    _ figures: AreaMap.Figures, _ map: AreaMap, depth: Int, to address: Address?
  ) -> HeatMap.Cell {
    let isUnknown = figures.state.isUnknown
    var lines = [AreaMapWords.nothing(figures, isOwn: map.isOwn), AreaMapWords.reach(figures)].compactMap(\.self)
    if map.question.depth == .places, figures.provision > 0 {
      lines.append(AreaMapWords.places(figures) ?? "how many places, nobody says")
    }
    return HeatMap.Cell(
      AreaCellWords.figure(figures), isUnknown ? "" : figures.provision == 1 ? "provision" : "provisions", lines: lines,
      gaps: figures.gaps > 0 ? AreaMapWords.gaps(figures.gaps) : nil,
      ground(figures, depth), to: address)
  }

  private static func ground(_ figures: AreaMap.Figures, _ depth: Int) -> HeatMap.Cell.Ground {
    switch figures.state {
    case .notAsked: .notAsked
    case .silent: .silent
    case .unpublished where figures.gaps == 0: .silent
    default: depth > 0 ? .depth(depth) : .none
    }
  }

  static func caption(_ map: AreaMap) -> String {
    let deeper =
      switch map.shownDepth {
      case .reach: "more children reached"
      case .provision: "more provision"
      case .gaps: "more gaps"
      case .places: "more places"
      }
    return "Provision and gaps by strand and level. Deeper colour: \(deeper)."
  }

  static func legend(_ map: AreaMap, _ scale: DepthScale) -> HeatLegend {
    HeatLegend(
      map.shownDepth.name, depths: scale.words,
      silence: map.question.isPublic
        ? "Nothing published" : map.isOwn ? "You have not answered" : "Nobody has answered",
      absence: map.question.isPublic
        ? nil : map.isOwn ? "Answered, and you provide nothing" : "Answered, and nobody provides anything")
  }
}

/// Tabs between the views of one map, each with the same question.
enum AreaMapTabs {
  enum View: CaseIterable { case grid, thenAndNow, localities }

  static func tabs(_ map: AreaMap, _ current: View) -> Tabs {
    let (question, area) = (map.question, map.area)
    var links = [Link("Strands and levels", question.at(Way.areaMap(area)), isCurrent: current == .grid)]
    if map.basis.rounds.count > 1 {
      links.append(
        Link("Then and now", question.at(Way.areaThenAndNow(area)), isCurrent: current == .thenAndNow))
    }
    if !map.basis.localities.isEmpty {
      links.append(Link("Localities", question.at(Way.areaPlaces(area)), isCurrent: current == .localities))
    }
    return Tabs("Views of this map", links)
  }
}
