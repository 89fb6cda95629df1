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

  /// A rate with the days on which it holds; known by the first of them.
  package struct KeptRate: Sendable, Hashable {
    package let rate: Rate
    package let span: Span
    package let isReference: Bool
    package let source: String

    package init(rate: Rate, span: Span, isReference: Bool, source: String) {
      self.rate = rate
      self.span = span
      self.isReference = isReference
      self.source = source
    }

    /// What tells whether somebody has changed these since they were shown: `2025-09-01 £17.20 an hour; …`.
    package static func mark(of rates: [KeptRate]) -> String {
      rates.map { "\($0.span.from.iso) \($0.rate.words)" }.joined(separator: "; ")
    }

    init(_ fact: Dated<RecordedRate>) {
      self.init(
        rate: fact.value.rate, span: fact.span, isReference: fact.value.isReference, source: fact.value.source)
    }
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
        role: row.id(0), span: row.span(1), rate: row.rate(3), isReference: row.bool(6), source: row.text(7))
    }
    let held = try Staff.heldRoles(in: organisation, connection)
    let pay = try connection.rows(
      """
      SELECT r.staff_id, r.from_day, r.until_day, r.hundredths, r.basis, r.basis_count, s.from_day, s.until_day
      FROM staff_rates r JOIN staff s ON s.organisation_id = r.organisation_id AND s.id = r.staff_id
      WHERE r.organisation_id = \(organisation)
      """
    ) { row -> [RateBook.OwnPay] in
      // Somebody who has left, or not come yet, holds the role no longer, or not yet.
      guard let span = row.span(1).intersection(row.span(6)) else { return [] }
      let staff = row.id(0, StaffMember.self)
      return (held[staff]?.within(span) ?? []).map {
        RateBook.OwnPay(staff: staff, role: $0.value, span: $0.span, rate: row.rate(3))
      }
    }
    return RateBook(rates: rates, pay: pay.flatMap(\.self))
  }

  /// Every role's rates, oldest first.
  package func roleRates() throws -> [ID<PayRole>: [KeptRate]] {
    try viewer.must(.see, .rates)
    return try RecordedRate.ofRoles.facts(of: [ID<PayRole>]?.none, in: viewer.organisation, connection)
      .mapValues { $0.map(KeptRate.init) }
  }

  /// Everybody's own pay, oldest first.
  package func pay() throws -> [ID<StaffMember>: [KeptRate]] {
    try viewer.must(.see, .rates)
    return try RecordedRate.ofStaff.facts(of: [ID<StaffMember>]?.none, in: viewer.organisation, connection)
      .mapValues { $0.map(KeptRate.init) }
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
      try putReferenceRates(of: role, like: work)
    }
  }

  /// The published rates of a work for a role that has none yet, so that what it does is priced from its first day. They
  /// are marked as reference rates until the school confirms them.
  package func putReferenceRates(of role: ID<PayRole>, like work: ReferenceRate.Work) throws {
    try viewer.must(.do, .staff)
    for dated in ReferenceRate.dated(work) {
      let value = RecordedRate(rate: dated.rate.rate, isReference: true, source: dated.rate.source)
      try RecordedRate.ofRoles.insert(Dated(value, dated.span), of: role, in: viewer.organisation, connection)
    }
  }
}

/// A rate as it is kept, without its days.
struct RecordedRate: Hashable, Sendable {
  let rate: Rate
  let isReference: Bool
  let source: String

  static let ofRoles = DatedTable<RecordedRate>(
    "role_rates", of: "role_id", columns: "hundredths, basis, basis_count, source, is_reference",
    write: { $0.values + [.boolean($0.isReference)] },
    read: { RecordedRate(rate: $0.rate($1), isReference: $0.bool($1 + 4), source: $0.text($1 + 3)) })

  static let ofStaff = DatedTable<RecordedRate>(
    "staff_rates", of: "staff_id", columns: "hundredths, basis, basis_count, source", write: { $0.values },
    read: { RecordedRate(rate: $0.rate($1), isReference: false, source: $0.text($1 + 3)) })

  private var values: [SQLValue] {
    [
      rate.hundredthsOfAPenny.sqlValue, rate.basis.code.sqlValue, (rate.basis.units ?? 0).sqlValue, source.sqlValue,
    ]
  }
}

extension Row {
  /// Three columns: hundredths of a penny, the basis, its weeks or hours. The acts keep nothing else there.
  fileprivate func rate(_ column: Int) -> Rate {
    guard let basis = RateBasis(code: text(column + 1), units: int(column + 2)),
      let rate = try? Rate(int(column), basis)
    else { preconditionFailure("columns from \(column) hold no rate") }
    return rate
  }
}
