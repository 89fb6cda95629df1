import Components
import Domain
import Store
import Markup

/// What an hour of each role costs today and why, and whose own pay is on record. For finance and the head teacher.
struct RatesPage: Page {
  let school: School
  let roles: [RoleLine]
  let idleRoles: [RoleLine]
  let people: [PersonLine]
  /// The roles, held by somebody, whose price waits to be confirmed.
  let unconfirmed: [ID<PayRole>]
  let mayChange: Bool
  let token: String

  struct RoleLine: Sendable {
    let name: String
    let address: Address
    /// To the penny; nil where no rate is known.
    let price: String?
    let isReference: Bool
    let why: String
    let people: String
    /// `£18.40 an hour from 1 September 2027`, where the next rate is known.
    let next: String?
  }

  struct PersonLine: Sendable {
    let name: String
    let address: Address
    let role: String
    let pay: String
    let since: String
  }

  var title: String { "Rates" }
  var part: Part? { .staff }
  var isWide: Bool { true }
  var printNote: String? { "\(school.name): rates of pay. Confidential." }

  var body: HTML {
    """
    \(PageHeader(title, lede: "What an hour costs the school. Maps are priced by role, the same for everybody, so that no figure gives a salary away."))\
    \(StaffPage.tabs(school, isRates: true))\
    \(if: !unconfirmed.isEmpty, waiting)\
    \(if: roles.isEmpty, "<p>Nobody works here yet, so no rate is used.</p>", else: table("Roles with people in them", roles))\
    \(if: !idleRoles.isEmpty, Details("Roles that nobody holds now (\(idleRoles.count))", body: table("Roles that nobody holds now", idleRoles)).html)\
    <section aria-labelledby="own"><h2 id="own">Own pay</h2>\
    <p>Once three people in a role have their own pay on record, the average prices the role. Until then the role’s rate \
    does.</p>\
    \(if: people.isEmpty, "<p class=\"soft\">Nobody works here yet.</p>", else: ownPay)</section>\
    \(about)
    """
  }

  private var waiting: HTML {
    let count = unconfirmed.count
    let words =
      count == 1
      ? "One role is priced at a reference rate." : "\(count) roles are priced at reference rates."
    let act: HTML =
      mayChange
      ? PostButton(
        count == 1 ? "Confirm it as ours" : "Confirm all \(count) as ours", to: Way.confirmRates(school), token: token,
        fields: unconfirmed.map { HiddenField("role", $0.text) }
      ).html : .empty
    return """
      <div class="inset"><p>\(StatusTag(.referenceRate)) \(words) They come from published pay scales, with their assumptions \
      beside them. Confirm them if they fit the school, or open a role and enter your own.</p>\(act)</div>
      """
  }

  private func table(_ caption: String, _ lines: [RoleLine]) -> HTML {
    DataTable(
      caption, columns: [.init("Role"), .init("An hour today", .number), .init("Why"), .init("People now", .number)],
      rows: lines.map { line in
        let price: HTML = line.price.map { HTML(text: $0) } ?? StatusTag(.notPriced).html
        return [
          .html("<a href=\"\(line.address)\">\(line.name)</a>"), .html(price),
          .html(
            """
            \(if: line.isReference, "\(StatusTag(.referenceRate)) ")\(line.why)\
            \(if: line.next, { "<br><span class=\"soft\">Next: \($0)</span>" })
            """), .text(line.people),
        ]
      }, isList: true
    ).html
  }

  private var ownPay: HTML {
    """
    \(if: people.count > 8, FilterBox("Find somebody", of: "own-pay", noun: "people").html)\
    \(DataTable(
      "Own pay of staff", showsCaption: false,
      columns: [.init("Name"), .init("Role"), .init("Own pay today", .number), .init("Since")],
      rows: people.map {
        [.html("<a href=\"\($0.address)\">\($0.name)</a>"), .text($0.role), .text($0.pay), .text($0.since)]
      }, id: "own-pay", isList: true))
    """
  }

  private var about: HTML {
    Details(
      "Who sees what of this",
      body: """
        <p>Rates and pay are seen by finance and the head teacher, and changed by finance. A SENCO sees hours and amounts \
        without rates; an amount divided by its hours still hints at pay. History tells everybody who may read it that a \
        rate was changed, by whom and when; what it was, only you.</p>
        """
    ).html
  }
}

extension RatesPage {
  init(_ facts: RateFacts, of school: School, mayChange: Bool, token: String) {
    let today = facts.today
    func line(_ role: PayRole) -> RoleLine {
      let price = facts.book.price(of: role.id, on: today)
      let next = (facts.roleRates[role.id] ?? []).first { $0.span.from > today }
      return RoleLine(
        name: role.name, address: Way.roleRates(role.id, school), price: price?.rate.hourlyWords,
        isReference: price?.isReference == true, why: RateWords.why(price),
        people: String(facts.holders(of: role.id).count),
        next: next.map { "\($0.rate.words) from \($0.span.from.words)" })
    }
    let held = facts.roles.filter { !facts.holders(of: $0.id).isEmpty }
    self.school = school
    self.mayChange = mayChange
    self.token = token
    roles = held.map(line)
    idleRoles = facts.roles.filter { facts.holders(of: $0.id).isEmpty }.map(line)
    unconfirmed = held.map(\.id).filter { facts.book.price(of: $0, on: today)?.isReference == true }
    let names = Dictionary(uniqueKeysWithValues: facts.roles.map { ($0.id, $0.name) })
    people = facts.members.filter { $0.span.contains(today) }.map { member in
      let now = facts.pay[member.id]?.last { $0.span.contains(today) }
      return PersonLine(
        name: member.name, address: Way.pay(member.id, school), role: names[member.roles.on(today)] ?? "",
        pay: now?.rate.words ?? "–", since: now?.span.from.words ?? "")
    }
  }
}
