/// The sums of a map as a network. Its nodes are the sums: each line across its columns, each section down each column,
/// the whole map down each column. Its edges are the figures, each between the two sums that it stands in; the totals'
/// other end is outside. What is withheld can be worked out exactly when it lies on no ring of withheld edges.
///
/// (Sub-totals and totals across columns follow from these sums, and are left out. A table whose rows have sub-totals and
/// whose columns have not is always such a network.)
struct SumNetwork {
  private enum Node: Hashable {
    case line(SchoolMap.Line.Key)
    case section(ID<Heading>, SchoolMap.Column?)
    case total(SchoolMap.Column?)
    case outside
  }

  private let places: [(place: SmallNumbers.Place, figures: SchoolMap.Figures)]
  private let ends: [(Int, Int)]
  /// Of each node, the edges that meet in it.
  private let edges: [[Int]]
  private let edgeOfPlace: [SmallNumbers.Place: Int]

  /// Figures that are nothing are known to be nothing: they are no edges.
  init(_ table: PlacedFigures) {
    places = table.all.filter { $0.figures.takesSomething }
    var numbers: [Node: Int] = [:]
    func number(_ node: Node) -> Int {
      if let known = numbers[node] { return known }
      numbers[node] = numbers.count
      return numbers.count - 1
    }
    ends = places.map { entry in
      let column = entry.place.column
      return switch entry.place.row {
      case .line(let key): (number(.line(key)), number(.section(key.heading, column)))
      case .subtotal(let heading): (number(.section(heading, column)), number(.total(column)))
      case .total: (number(.total(column)), number(.outside))
      }
    }
    var edges = Array(repeating: [Int](), count: numbers.count)
    for (edge, (one, other)) in ends.enumerated() {
      edges[one].append(edge)
      edges[other].append(edge)
    }
    self.edges = edges
    edgeOfPlace = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1.place, $0) })
  }

  /// The cheapest ring through a place, without the place itself; nil where there is none. Prices are small whole numbers;
  /// what has none is left out.
  func ring(
    through place: SmallNumbers.Place,
    price: ((place: SmallNumbers.Place, figures: SchoolMap.Figures)) -> Int?
  ) -> [SmallNumbers.Place]? {
    guard let own = edgeOfPlace[place] else { return nil }
    let (start, end) = ends[own]
    var best = Array(repeating: Int.max, count: edges.count)
    var arrival = Array(repeating: -1, count: edges.count)
    best[start] = 0
    // Nodes by the price at which they were reached.
    var reached: [[Int]] = [[start]]
    var cost = 0
    while cost < reached.count {
      while let node = reached[cost].popLast() {
        if best[node] < cost { continue }
        if node == end { return way(from: start, to: end, arrival) }
        for edge in edges[node] where edge != own {
          let next = ends[edge].0 == node ? ends[edge].1 : ends[edge].0
          guard let price = price(places[edge]), cost + price < best[next] else { continue }
          let through = cost + price
          (best[next], arrival[next]) = (through, edge)
          while reached.count <= through { reached.append([]) }
          reached[through].append(next)
        }
      }
      cost += 1
    }
    return nil
  }

  private func way(from start: Int, to end: Int, _ arrival: [Int]) -> [SmallNumbers.Place] {
    var way: [SmallNumbers.Place] = []
    var node = end
    while node != start {
      let edge = arrival[node]
      way.append(places[edge].place)
      node = ends[edge].0 == node ? ends[edge].1 : ends[edge].0
    }
    return way
  }
}
