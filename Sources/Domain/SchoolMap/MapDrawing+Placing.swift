/// One group of a map, in its columns.
struct PlacedGroup {
  let group: MapGroup
  var runs: [SchoolMap.Column: SchoolMap.Run] = [:]
  var pupils: [SchoolMap.Column: Set<ID<Pupil>>] = [:]
  /// What has no rate, of the parts that are asked for.
  var unpriced: [SchoolMap.Unpriced] = []
  /// Nil where somebody leads whatever meets, of what is asked for.
  var unled: SchoolMap.Unled?
  var usesReferenceRates = false
}

extension MapDrawing {
  /// Puts a group's places and the parts of its cost into the columns in which they stand.
  func place(_ costed: CostedGroup) -> PlacedGroup {
    let group = costed.group
    var placed = PlacedGroup(group: group)
    var figures = figures(costed, &placed)
    for member in group.facts.members where sieve.takes(member) {
      for column in standing(member) { placed.pupils[column, default: []].insert(member.pupil) }
    }
    for column in placed.pupils.keys where figures[column] == nil { figures[column] = SchoolMap.Figures() }
    if group.facts.members.isEmpty, sieve.takesGroupsWithoutPupils {
      for column in columnsWithoutPupils(group.group) where figures[column] == nil {
        figures[column] = SchoolMap.Figures()
      }
    }
    addUnled(costed, &figures, &placed)
    if group.isMasked { placed.pupils = [:] }
    let (when, who, dates) = (when(group), group.isMasked ? [] : who(group), dates(group.group.span))
    for (column, sum) in figures {
      let pupils = placed.pupils[column] ?? []
      var sum = sum
      sum.pupils = pupils.count
      placed.runs[column] = SchoolMap.Run(
        group: group.group.id, pupils: named(pupils), when: when, who: who, span: group.group.span, dates: dates,
        figures: sum)
    }
    return placed
  }

  private func figures(_ costed: CostedGroup, _ placed: inout PlacedGroup) -> [SchoolMap.Column: SchoolMap.Figures] {
    var figures: [SchoolMap.Column: SchoolMap.Figures] = [:]
    for line in costed.projected.lines {
      let kind = kind(line.source)
      var unpriced: Set<SchoolMap.Column> = []
      for stretch in line.stretches {
        for share in stretch.shares where sieve.takes(share, placesInForce: costed.placesInForce) {
          let column = column(share.year)
          figures[column, default: .init()].add(share, kind)
          if share.pence == nil { unpriced.insert(column) }
        }
      }
      for column in unpriced { figures[column]!.unpriced += 1 }
      placed.usesReferenceRates = placed.usesReferenceRates || line.legs.contains { $0.price?.isReference ?? false }
      if let day = line.unpricedFrom, !unpriced.isEmpty {
        placed.unpriced.append(
          SchoolMap.Unpriced(
            group: costed.group.group.id, provision: costed.group.group.name,
            source: facts.words(line.source, isMasked: costed.group.isMasked), from: day))
      }
    }
    for line in costed.toDate?.lines ?? [] {
      for stretch in line.stretches {
        for share in stretch.shares where sieve.takes(share, placesInForce: costed.placesInForce) {
          figures[column(share.year), default: .init()].toDate += share.pence ?? .zero
        }
      }
    }
    return figures
  }

  /// Says that nobody leads a group, in the columns of those who go without. Who is only given counts is not told it of
  /// provision that is masked: that it meets would tell something of what it is.
  private func addUnled(
    _ costed: CostedGroup, _ figures: inout [SchoolMap.Column: SchoolMap.Figures], _ placed: inout PlacedGroup
  ) {
    let group = costed.group
    guard let unled = costed.projected.unled, !(group.isMasked && question.names == .counts) else { return }
    var columns: Set<SchoolMap.Column> = []
    if group.facts.members.isEmpty {
      if sieve.takesGroupsWithoutPupils { columns.formUnion(columnsWithoutPupils(group.group)) }
    } else {
      for share in unled.shares where share.pupil != nil && sieve.takes(share, placesInForce: costed.placesInForce) {
        columns.insert(column(share.year))
      }
    }
    if columns.isEmpty { return }
    for column in columns { figures[column, default: .init()].unled = 1 }
    placed.unled = SchoolMap.Unled(
      group: group.group.id, provision: group.group.name, isMasked: group.isMasked, from: unled.from)
  }

  /// The columns in which a place stands: the pupil's year group, or several where 1 September lies between.
  private func standing(_ member: GroupFacts.Member) -> Set<SchoolMap.Column> {
    var years: [YearGroup?]
    if case .asItWas(let day) = question.days {
      years = [member.year(on: day)]
    } else {
      guard let days = member.span.within(question.period) else { return [] }
      years = [member.year(on: days.from)]
      years += member.years.lazy.filter { $0.day > days.from && $0.day <= days.until }.map { .some($0.year) }
    }
    if let only = question.onlyYear { years.removeAll { $0 != only } }
    return Set(years.map(column))
  }

  /// A group without pupils stands in the years that it is for, or else with the whole school.
  private func columnsWithoutPupils(_ group: Group) -> [SchoolMap.Column] {
    guard group.years.isEmpty else {
      return group.years.filter { question.onlyYear == nil || $0 == question.onlyYear }.map(column)
    }
    return question.onlyYear == nil ? [.wholeSchool] : []
  }

  private func column(_ year: YearGroup?) -> SchoolMap.Column {
    guard let year else { return .wholeSchool }
    return question.across == .year ? .year(year) : .stage(year.stage)
  }

  private func kind(_ source: CostLine.Source) -> PayRole.Kind? {
    guard case .adult(_, let role) = source else { return nil }
    return facts.roles[role]?.kind ?? .other
  }
}

extension SchoolMap.Figures {
  fileprivate mutating func add(_ share: CostLine.Share, _ kind: PayRole.Kind?) {
    projected += share.pence ?? .zero
    switch kind {
    case .teachingAssistant: assistantMinutes += share.minutes
    case .teacher: teacherMinutes += share.minutes
    case .other: otherMinutes += share.minutes
    case nil: break
    }
  }
}
