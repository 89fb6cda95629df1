/// Counts entries as they are read, each once, into cells, strands, levels and all: one pass over tens of thousands.
package struct AreaMapTally {
  /// One entry as it counts. Organisations and specialisms go by their positions.
  package struct Fact {
    package var isGap: Bool
    package var cells: Cells
    package var specialisms: Specialisms
    package var organisation: Int
    package var reach: Int?
    package var places: Int?
    package var affected: Int?
    /// Whether it is for the age and the place that were asked for; what is not, is an answer all the same.
    package var isAsked: Bool
    /// False where it was merged with another, which counts for both: whoever wrote it has answered.
    package var counts: Bool

    package init(
      isGap: Bool, cells: Cells, specialisms: Specialisms = Specialisms([0]), organisation: Int = 0, reach: Int? = nil,
      places: Int? = nil, affected: Int? = nil, isAsked: Bool = true, counts: Bool = true
    ) {
      self.isGap = isGap
      self.cells = cells
      self.specialisms = specialisms
      self.organisation = organisation
      self.reach = reach
      self.places = places
      self.affected = affected
      self.isAsked = isAsked
      self.counts = counts
    }
  }

  /// What was counted. `cells` by `Cell.bit`.
  package struct Result: Hashable, Sendable {
    package var cells: [AreaMap.Figures]
    package var strands: [AreaMap.Figures]
    package var levels: [AreaMap.Figures]
    package var specialisms: [AreaMap.Figures]
    /// Of each specialism, the entries that serve others as well.
    package var shared: [Int]
    package var total: AreaMap.Figures
    /// By organisation.
    package var answered: [Cells]
    package var nothingHere: [Cells]
  }

  private let isPublic: Bool
  private var result: Result
  private var provided: [UInt64]
  private var gapped: [UInt64]
  private var said: [UInt64]
  /// Cells in which an organisation told of provision, or of anything, for whatever age and place.
  private var provides: [UInt64]
  private var tells: [UInt64]

  package init(organisations: Int, isPublic: Bool = false) {
    self.isPublic = isPublic
    var empty = AreaMap.Figures()
    empty.isPublic = isPublic
    result = Result(
      cells: Array(repeating: empty, count: 64), strands: Array(repeating: empty, count: 8),
      levels: Array(repeating: empty, count: 8), specialisms: Array(repeating: empty, count: 32),
      shared: Array(repeating: 0, count: 32), total: empty, answered: [], nothingHere: [])
    provided = Array(repeating: 0, count: organisations)
    gapped = provided
    said = provided
    provides = provided
    tells = provided
  }

  package mutating func add(_ fact: Fact) {
    let bits = fact.cells.bits
    if bits == 0 { return }
    tells[fact.organisation] |= bits
    if !fact.isGap { provides[fact.organisation] |= bits }
    guard fact.isAsked else { return }
    if fact.isGap { gapped[fact.organisation] |= bits } else { provided[fact.organisation] |= bits }
    guard fact.counts else { return }
    let entry = Counted(fact, isPublic: isPublic)
    var (strands, levels): (UInt8, UInt8) = (0, 0)
    var rest = bits
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      rest &= rest - 1
      entry.add(to: &result.cells[bit])
      strands |= 1 << UInt8(bit >> 3)
      levels |= 1 << UInt8(bit & 7)
    }
    for strand in 0..<8 where strands >> UInt8(strand) & 1 == 1 { entry.add(to: &result.strands[strand]) }
    for level in 0..<8 where levels >> UInt8(level) & 1 == 1 { entry.add(to: &result.levels[level]) }
    entry.add(to: &result.total)
    let isShared = fact.specialisms.bits.nonzeroBitCount > 1
    var specialisms = fact.specialisms.bits
    while specialisms != 0 {
      let position = specialisms.trailingZeroBitCount
      specialisms &= specialisms - 1
      entry.add(to: &result.specialisms[position])
      if isShared { result.shared[position] += 1 }
    }
  }

  /// An organisation's word that it provides nothing in these cells.
  package mutating func addNothingHere(_ cells: Cells, organisation: Int) { said[organisation] |= cells.bits }

  /// The counts with the organisations that stand behind them. `asked`: the cells in which anybody could answer.
  package func counted(asked: Cells = Cells(bits: .max)) -> Result {
    var result = result
    for bit in result.cells.indices { result.cells[bit].wasAsked = asked.bits >> UInt64(bit) & 1 == 1 }
    for organisation in provided.indices {
      let (here, gaps) = (provided[organisation], gapped[organisation])
      let nothing = said[organisation] & ~provides[organisation]
      let answered = tells[organisation] | nothing
      result.answered.append(Cells(bits: answered))
      result.nothingHere.append(Cells(bits: nothing))
      if answered == 0 { continue }
      func count(_ mask: UInt64, in figures: inout AreaMap.Figures) {
        if here & mask != 0 { figures.providers += 1 }
        if gaps & mask != 0 { figures.gapSayers += 1 }
        if nothing & mask != 0 { figures.nothingHere += 1 }
        if answered & mask != 0 { figures.answered += 1 }
      }
      var rest = answered
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        rest &= rest - 1
        count(1 << UInt64(bit), in: &result.cells[bit])
      }
      for strand in 0..<8 { count(0xFF << UInt64(strand * 8), in: &result.strands[strand]) }
      for level in 0..<8 { count(0x0101_0101_0101_0101 << UInt64(level), in: &result.levels[level]) }
      count(.max, in: &result.total)
    }
    return result
  }

  /// What one entry adds to every sum that it stands in.
  private struct Counted {
    let isGap: Bool
    let reach: Int?
    let places: Int?
    let affected: Int?
    let reachIsWithheld: Bool
    let affectedIsWithheld: Bool

    init(_ fact: Fact, isPublic: Bool) {
      isGap = fact.isGap
      let reach = fact.isGap ? nil : fact.reach.map { ChildrenCount($0, isPublic: isPublic) }
      let affected = fact.isGap ? fact.affected.map { ChildrenCount($0, isPublic: isPublic) } : nil
      self.reach = reach?.number
      self.affected = affected?.number
      reachIsWithheld = reach == .fewerThan5
      affectedIsWithheld = affected == .fewerThan5
      places = isPublic || fact.isGap ? nil : fact.places
    }

    func add(to figures: inout AreaMap.Figures) {
      if isGap { figures.gaps += 1 } else { figures.provision += 1 }
      if let reach { (figures.reachSum, figures.reachSaid) = (figures.reachSum + reach, figures.reachSaid + 1) }
      if let places { (figures.placesSum, figures.placesSaid) = (figures.placesSum + places, figures.placesSaid + 1) }
      if let affected {
        (figures.affectedSum, figures.affectedSaid) = (figures.affectedSum + affected, figures.affectedSaid + 1)
      }
      if reachIsWithheld { figures.reachWithheld += 1 }
      if affectedIsWithheld { figures.affectedWithheld += 1 }
    }
  }
}
