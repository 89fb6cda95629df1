import Domain
import Foundation
import Hummingbird
import SQL
import Store

extension Area {
  /// Whoever has not come in yet: sees what a project says to everybody.
  var visitor: AreaViewer { AreaViewer(visitorIn: id) }

  /// `Ask Northvale Children’s Commissioning (review@northvale.example)`: the end of every refusal here.
  var whomToAsk: String {
    let organiser = details.organiser.isEmpty ? name : details.organiser
    return "Ask \(organiser)" + (details.contact.isEmpty ? "" : " (\(details.contact))")
  }
}

extension Visit {
  /// The code that was typed, in the project of this address alone: nothing is said about any other. Refuses a project
  /// that cannot be joined today and every code that is not in force, each with what to do next. Wrong guesses are counted
  /// and, too many of them, wait.
  func checkCode(_ typed: String, email: String, in area: Area) async throws -> ID<JoinCode> {
    try CodeWords.mustBeOpen(area, on: today)
    let (own, day) = (Throttles.Key.joinCode(email: email), today)
    let attempt = try await attempt([own, .joinCodes(from: remoteAddress)], field: "code")
    let answer = try await read { try JoinCodes.check(typed, in: area.id, on: day, $0) }
    guard case .right(let code) = answer else {
      let from = Throttles.Key.address(remoteAddress).hash
      try await site.database.write(keeper: area.id.text) {
        try JoinCodes.recordWrong(answer, in: area.id, from: from, $0)
      }
      throw Refusal.invalid(CodeWords.sentence(answer, area), field: "code")
    }
    try await site.database.write(keeper: own.hash) { try Throttles.forgive(attempt, own, $0) }
    return code
  }
}

enum CodeWords {
  static func mustBeOpen(_ area: Area, on today: Day) throws {
    guard let sentence = closed(area, on: today) else { return }
    throw Refusal.invalid(sentence, field: "code")
  }

  /// Why nobody can join on `today`; nil where they can.
  static func closed(_ area: Area, on today: Day) -> String? {
    if let opens = area.details.opensOn, today < opens {
      return
        "This project opens on \(opens.words). Come back then with your code. \(area.whomToAsk) if you need it sooner."
    }
    if let closes = area.details.closesOn, closes < today {
      return
        "This project closed on \(closes.words), and nobody can join it any more. \(area.whomToAsk) whether it opens again."
    }
    return nil
  }

  static func missing(_ area: Area) -> String {
    "Enter the code that you were given, with any hyphens and full stops in it. \(area.whomToAsk) if you have none."
  }

  static func sentence(_ answer: CodeAnswer, _ area: Area) -> String {
    switch answer {
    case .right: ""
    case .unknown:
      "This code does not open this project. Check that this is your project, and type the code as you were given it, with "
        + "any hyphens, full stops or other marks in it. \(area.whomToAsk) if it still does not work."
    case .withdrawn: "This code has been replaced by a new one. \(area.whomToAsk) for the new code."
    case .expired: "This code is past its last day. \(area.whomToAsk) for a new one."
    case .usedUp: "This code has been used as often as it can be. \(area.whomToAsk) for a new one."
    }
  }
}
