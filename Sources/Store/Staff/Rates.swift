package import Domain
package import SQL

/// What work costs, by role and, for finance alone, by person. Dated: a rate changes nothing before its first day.
package struct Rates {
  let viewer: Viewer
  let connection: any Connection

  package init(_ viewer: Viewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  package struct KeptRate: Sendable, Hashable {
    package let id: String
    package let rate: Rate
    package let span: Span
    package let isReference: Bool
    package let source: String
  }

  /// The prices that every map is costed with, the same for every viewer. It answers no rate to anybody by itself: pages
  /// show what it holds only to who may see rates.
  package static func book(_ organisation: ID<Organisation>, _ connection: any Connection) throws -> RateBook {
    let rates = try connection.rows(
      """
      SELECT role_id, from_day, until_day, hundredths, basis, basis_count, is_reference, source FROM role_rates
      WHERE organisation_id = \(organisation)
      """
    ) { row in
      RateBook.RoleRate(
        role: row.id(0), span: row.span(1), rate: try rate(row, 3), isReference: row.bool(6), source: row.text(7))
    }
    let pay = try connection.rows(
      """
      SELECT r.staff_id, s.role_id, r.from_day, r.until_day, r.hundredths, r.basis, r.basis_count, s.from_day, s.until_day
      FROM staff_rates r JOIN staff s ON s.organisation_id = r.organisation_id AND s.id = r.staff_id
      WHERE r.organisation_id = \(organisation)
      """
    ) { row -> RateBook.OwnPay? in
      // Somebody who has left, or not come yet, holds the role no longer, or not yet.
      let (paid, employed) = (row.span(2), row.span(7))
      let until = [paid.until, employed.until].compactMap { $0 }.min()
      guard let span = Span(max(paid.from, employed.from), until) else { return nil }
      return RateBook.OwnPay(staff: row.id(0), role: row.id(1), span: span, rate: try rate(row, 4))
    }
    return RateBook(rates: rates, pay: pay.compactMap { $0 })
  }

  /// Every role's rates, oldest first.
  package func roleRates() throws -> [ID<PayRole>: [KeptRate]] {
    try viewer.must(.see, .rates)
    var rates: [ID<PayRole>: [KeptRate]] = [:]
    try connection.each(
      """
      SELECT role_id, id, hundredths, basis, basis_count, from_day, until_day, is_reference, source FROM role_rates
      WHERE organisation_id = \(viewer.organisation) ORDER BY role_id, from_day
      """
    ) { row in
      rates[row.id(0), default: []].append(
        KeptRate(
          id: row.text(1), rate: try Rates.rate(row, 2), span: row.span(5), isReference: row.bool(7),
          source: row.text(8)))
    }
    return rates
  }

  /// Everybody's own pay, oldest first.
  package func pay() throws -> [ID<StaffMember>: [KeptRate]] {
    try viewer.must(.see, .rates)
    var rates: [ID<StaffMember>: [KeptRate]] = [:]
    try connection.each(
      """
      SELECT staff_id, id, hundredths, basis, basis_count, from_day, until_day, source FROM staff_rates
      WHERE organisation_id = \(viewer.organisation) ORDER BY staff_id, from_day
      """
    ) { row in
      rates[row.id(0), default: []].append(
        KeptRate(
          id: row.text(1), rate: try Rates.rate(row, 2), span: row.span(5), isReference: false, source: row.text(7)))
    }
    return rates
  }

  /// A role's rate from a day on, until the next one that is known. One that begins on that very day is replaced.
  package func setRate(of role: ID<PayRole>, to rate: Rate, from day: Day, source: String, isReference: Bool = false)
    throws
  {
    try viewer.must(.do, .rates)
    let kept = try connection.rows(
      """
      SELECT id, from_day, until_day FROM role_rates WHERE organisation_id = \(viewer.organisation) AND role_id = \(role)
      """
    ) { (id: $0.text(0), span: $0.span(1)) }
    let change = DatedChange(from: day, among: kept)
    if let (id, until) = change.shortened {
      try connection.run(
        "UPDATE role_rates SET until_day = \(until) WHERE organisation_id = \(viewer.organisation) AND id = \(id)")
    }
    if let id = change.replaced {
      try connection.run(
        """
        UPDATE role_rates SET hundredths = \(rate.hundredthsOfAPenny), basis = \(rate.basis.code),
          basis_count = \(rate.basis.units ?? 0), is_reference = \(isReference), source = \(source), written_at = \(connection.now)
        WHERE organisation_id = \(viewer.organisation) AND id = \(id)
        """)
    } else if let span = change.added {
      try connection.run(
        """
        INSERT INTO role_rates (organisation_id, id, role_id, hundredths, basis, basis_count, is_reference, source, from_day,
          until_day, written_at)
        VALUES (\(viewer.organisation), \(connection.newID(KeptRate.self)), \(role), \(rate.hundredthsOfAPenny),
          \(rate.basis.code), \(rate.basis.units ?? 0), \(isReference), \(source), \(span.from), \(span.until), \(connection.now))
        """)
    }
    try connection.record(
      "changed", "role rate", role.text, by: viewer, after: ["rate": rate.words, "from": day.iso, "source": source])
  }

  /// Says that a role's reference rates are right for this school.
  package func confirm(_ role: ID<PayRole>) throws {
    try viewer.must(.do, .rates)
    try connection.run(
      """
      UPDATE role_rates SET is_reference = \(false) WHERE organisation_id = \(viewer.organisation) AND role_id = \(role)
      """)
    try connection.record("confirmed", "role rate", role.text, by: viewer)
  }

  /// Somebody's own pay from a day on, until the next that is known.
  package func setPay(of staff: ID<StaffMember>, to rate: Rate, from day: Day, source: String) throws {
    try viewer.must(.do, .rates)
    let kept = try connection.rows(
      """
      SELECT id, from_day, until_day FROM staff_rates WHERE organisation_id = \(viewer.organisation) AND staff_id = \(staff)
      """
    ) { (id: $0.text(0), span: $0.span(1)) }
    let change = DatedChange(from: day, among: kept)
    if let (id, until) = change.shortened {
      try connection.run(
        "UPDATE staff_rates SET until_day = \(until) WHERE organisation_id = \(viewer.organisation) AND id = \(id)")
    }
    if let id = change.replaced {
      try connection.run(
        """
        UPDATE staff_rates SET hundredths = \(rate.hundredthsOfAPenny), basis = \(rate.basis.code),
          basis_count = \(rate.basis.units ?? 0), source = \(source), written_at = \(connection.now)
        WHERE organisation_id = \(viewer.organisation) AND id = \(id)
        """)
    } else if let span = change.added {
      try connection.run(
        """
        INSERT INTO staff_rates (organisation_id, id, staff_id, hundredths, basis, basis_count, source, from_day, until_day,
          written_at)
        VALUES (\(viewer.organisation), \(connection.newID(KeptRate.self)), \(staff), \(rate.hundredthsOfAPenny),
          \(rate.basis.code), \(rate.basis.units ?? 0), \(source), \(span.from), \(span.until), \(connection.now))
        """)
    }
    try connection.record("changed", "pay", staff.text, by: viewer, after: ["from": day.iso])
  }

  /// The roles and dated reference rates that a new school starts with.
  package func putReferenceRates() throws {
    let kinds: [ReferenceRate.Work: PayRole.Kind] = [
      .teachingAssistant: .teachingAssistant, .higherLevelTeachingAssistant: .teachingAssistant, .teacher: .teacher,
      .senco: .teacher, .seniorLeader: .teacher,
    ]
    for work in ReferenceRate.Work.allCases {
      let role: ID<PayRole> = connection.newID()
      try connection.run(
        """
        INSERT INTO pay_roles (organisation_id, id, name, kind)
        VALUES (\(viewer.organisation), \(role), \(work.name), \((kinds[work] ?? .other).rawValue))
        """)
      for dated in ReferenceRate.dated(work) {
        try connection.run(
          """
          INSERT INTO role_rates (organisation_id, id, role_id, hundredths, basis, basis_count, is_reference, source,
            from_day, until_day, written_at)
          VALUES (\(viewer.organisation), \(connection.newID(KeptRate.self)), \(role), \(dated.rate.rate.hundredthsOfAPenny),
            \(dated.rate.rate.basis.code), \(dated.rate.rate.basis.units ?? 0), \(true), \(dated.rate.source), \(dated.span.from),
            \(dated.span.until), \(connection.now))
          """)
      }
    }
  }

  private static func rate(_ row: any Row, _ column: Int) throws -> Rate {
    guard let basis = RateBasis(code: row.text(column + 1), units: row.int(column + 2)) else {
      throw DatabaseError.other("a rate has no basis")
    }
    return try Rate(row.int(column), basis)
  }
}
