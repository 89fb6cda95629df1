import Domain
import SQL
import Store

extension AreaMaker {
  /// The organisations, and by the code one or two people of each that speaks; the demonstration's door for contributors
  /// opens the therapy service's.
  mutating func makePeople() throws {
    let past = PastConnection(connection, daysAgo: today - first.from)
    let keeper = Participants(coordinator, past)
    guard case .right(let code) = try JoinCodes.check(code.text, in: area, on: first.from, past) else { return }
    let terms = try TermsOfUse(coordinator, past).current()?.id.text
    var names = AreaNames.all.shuffled(using: &dice)
    for place in AreaPlaces.all {
      let participant = try keeper.add(
        name: place.name, sector: place.sector, urn: place.urn, locality: place.locality.map { localities[$0].id },
        isExpected: place.isExpected, isAnother: true)
      for number in 0..<(place.voice == 0 ? 0 : place.voice > 5 ? 2 : 1) {
        let account: (id: ID<Account>, name: String)
        if number == 0, let school = [SchoolPlan.primary, .secondary].first(where: { $0.urn == place.urn }),
          let senco = try Accounts.withEmail("\(Role.senco.rawValue)@\(school.domain)", past)
        {
          account = (senco.id, senco.name)
        } else {
          let name = names.removeLast()
          let isDoor = place.name == AreaPlaces.therapy && number == 0
          let email = isDoor ? AreaRole.contributor.rawValue : Folding.fold(name).replacing(" ", with: ".")
          account = (try Accounts.add(email: "\(email)@\(Self.domain)", name: name, past), name)
        }
        let claim = JoiningClaim(participant: participant.text, job: AreaNames.job(place.sector, &dice), terms: terms)
        try Joining.join(account.id, with: code, claim, in: area, on: first.from, past)
        // A few of the second ones wait for somebody who knows them.
        let isConfirmed = number == 0 || dice.happens(70)
        if isConfirmed { try AreaPeople(coordinator, past).confirm(account.id) }
        if number > 0 { continue }
        speakers.append(
          Speaker(
            place: place,
            viewer: AreaViewer(
              account: account.id, organisation: area, roles: [.contributor], participant: participant,
              isConfirmed: isConfirmed, name: account.name), participant: participant))
      }
    }
  }
}

/// Invented grown-ups of the review; none shares a surname with a child of the demonstration.
enum AreaNames {
  static let all: [String] = {
    let forenames = [
      "Judith", "Femi", "Gwen", "Harpreet", "Ciaran", "Mirela", "Douglas", "Shabnam", "Lorna", "Piotr", "Ngozi",
      "Hugh", "Delia", "Anwar", "Marguerite", "Clive", "Sunita", "Eluned", "Rupert", "Yetunde", "Fergus", "Nasreen",
      "Bronwen", "Colm", "Ingrid", "Desmond", "Parveen", "Alasdair", "Constance", "Viktor", "Rhona", "Tunde", "Maureen",
      "Idris", "Philippa", "Gareth", "Samina", "Leonard", "Orlaith", "Winston", "Helga", "Bryn", "Monique", "Edmund",
      "Roshni", "Stuart", "Agatha", "Kenneth", "Zuzana", "Neville", "Dorothy", "Malcolm", "Jean", "Ewan", "Petra",
      "Trevor", "Hilary", "Kofi", "Sheila", "Barnaby", "Norma", "Graham", "Iris", "Duncan", "Wanda", "Roland",
    ]
    let surnames = [
      "Thackeray", "Oyelaran", "Prendergast", "Sandhu", "Kilbride", "Ionescu", "Fairweather", "Siddiqui", "Pettigrew",
      "Zawadzki", "Nwosu", "Ravenscroft", "Sharples", "Chowdhury", "Delacroix", "Ormerod", "Venkatesan", "Prosser",
      "Blenkinsop", "Adebayo", "Drummond", "Bashir", "Llewellyn", "Geraghty", "Lindqvist", "Campbell-Hart", "Anjum",
      "Mackintosh", "Winterbourne", "Horvath", "Carmichael", "Balogun", "Hathersage", "Merrick", "Tolliver", "Beddoes",
      "Rizvi", "Pickersgill", "McGillicuddy", "Braithwaite", "Vogel", "Gethin", "Lacroix", "Fotheringay", "Nambiar",
      "Ackroyd", "Christodoulou", "Birtwistle", "Novotny", "Eccleston", "Summerhayes", "Tregenza", "Wetherby",
      "Galbraith", "Lindgren", "Stonehouse", "Applegarth", "Asante", "Fairclough", "Quayle", "Entwistle",
      "Hollingworth", "Pomfret", "Buchanan", "Sikora", "Underhill",
    ]
    return zip(forenames, surnames).map { "\($0) \($1)" }
  }()

  /// What somebody of this sector does there.
  static func job(_ sector: String, _ dice: inout Dice) -> String {
    switch sector {
    case "school": dice.pick(["SENCO", "Deputy head", "Inclusion lead", "Head of year"])
    case "early-years": dice.pick(["Manager", "Room leader", "Inclusion lead"])
    case "health": dice.pick(["Team lead", "Therapist", "Service manager", "Practitioner"])
    case "authority": dice.pick(["Team manager", "Senior adviser", "Lead officer"])
    case "parents": dice.pick(["Chair", "Parent representative"])
    case "college": "Learning support manager"
    default: dice.pick(["Project lead", "Coordinator", "Trustee"])
    }
  }
}
