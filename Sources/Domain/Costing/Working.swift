/// How a cost came about: facts in, labelled lines out, total last. Page, PDF and spreadsheet print the same lines.
package struct Working: Hashable, Sendable {
  package let title: String
  package let lines: [Line]
  package let total: Line

  package struct Line: Hashable, Sendable {
    package let label: String
    package let figure: Figure

    package init(_ label: String, _ figure: Figure) {
      self.label = label
      self.figure = figure
    }
  }

  package enum Figure: Hashable, Sendable {
    case money(Pence)
    /// Staff minutes.
    case time(Int)
    case rate(Rate)
    case sessions(Int)
    case notPriced

    /// `£80.27`, `4 h 40 min`, `£17.20 an hour`, `14 sessions`, `not priced`.
    package var words: String {
      switch self {
      case .money(let pence): pence.words
      case .time(let minutes): StaffTime.words(minutes: minutes)
      case .rate(let rate): rate.words
      case .sessions(let count): count == 1 ? "1 session" : "\(count) sessions"
      case .notPriced: "not priced"
      }
    }
  }
}

/// Adults' time as people say it.
package enum StaffTime {
  /// `45 min`, `2 h`, `4 h 40 min`.
  package static func words(minutes: Int) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60)
    if hours == 0 { return "\(rest) min" }
    return rest == 0 ? "\(hours.grouped) h" : "\(hours.grouped) h \(rest) min"
  }
}

extension CostLine {
  /// The working of the line. `title` says whose time or what thing it is. Who may not see pay gets hours and amounts but
  /// no rates (`showsRates` false). `part`, where given, is the part of the line that is asked about, as one pupil's or
  /// one year group's, by its name and by what belongs to it; the total is then that part's.
  package func working(
    title: String, showsRates: Bool, part: (name: String, contains: (Share) -> Bool)? = nil
  ) -> Working {
    var lines = legs.flatMap { $0.working(showsRates: showsRates) }
    if stretches.count > 1 || part != nil { lines += stretches.filter(\.hasCost).map(\.working) }
    let whole = isPriced ? "Total" : "Total of what is priced"
    let total = Working.Line(whole, pence.map { .money($0) } ?? .notPriced)
    guard let part else { return Working(title: title, lines: lines, total: total) }
    lines.append(Working.Line("The whole group", total.figure))
    let parts = stretches.flatMap(\.shares).filter(part.contains)
    let pence = parts.compactMap(\.pence).sum
    let isUnpriced = pence == .zero && parts.contains { $0.pence == nil }
    return Working(title: title, lines: lines, total: Working.Line(part.name, isUnpriced ? .notPriced : .money(pence)))
  }
}

extension CostLine.Leg {
  fileprivate func working(showsRates: Bool) -> [Working.Line] {
    let count = Working.Figure.sessions(sessions).words
    let ofTheirTime = share == .whole ? "" : ", \(share.words) of the adult's time"
    var lines = [Working.Line("\(period.words): \(count) of \(minutes) min\(ofTheirTime)", time)]
    if showsRates, let price { lines.append(Working.Line(price.originWords.capitalisedFirst, .rate(price.rate))) }
    lines.append(Working.Line("Cost of these sessions", pence.map { .money($0) } ?? .notPriced))
    return lines
  }

  private var time: Working.Figure {
    let minutes = Fraction(Int128(sessions * minutes * share.numerator), Int128(share.denominator))
    return .time(minutes.roundedHalfUp)
  }
}

extension CostLine.Stretch {
  fileprivate var hasCost: Bool { minutes > 0 || (pence ?? .zero) > .zero }

  fileprivate var working: Working.Line {
    let sharers = shares.filter { $0.pupil != nil }.count
    let among =
      switch sharers {
      case 0: "no pupil"
      case 1: "1 pupil"
      default: "shared by \(sharers) pupils"
      }
    return Working.Line("\(period.words), \(among)", pence.map { .money($0) } ?? .notPriced)
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
