import Domain
import Testing

@Suite struct SurveyTests {
  @Test func `one box of three is enough, and blank ones are dropped`() throws {
    let reply = try SurveyReply(voice: .young, texts: [.works: "  ", .barrier: "", .wish: " A quiet room. "]).checked()
    #expect(reply.texts == [.wish: "A quiet room."])
  }

  @Test func `a form without a voice, without a word, or with too many of them is refused at its field`() {
    func fields(_ reply: SurveyReply) -> [String?] {
      do {
        _ = try reply.checked()
        return []
      } catch {
        return error.all.map(\.field)
      }
    }
    #expect(fields(SurveyReply(voice: nil, texts: [:])) == ["voice", "works"])
    #expect(fields(SurveyReply(voice: nil, texts: [.wish: "More of it"])) == ["voice"])
    let long = String(repeating: "a", count: 2001)
    #expect(fields(SurveyReply(voice: .parent, texts: [.barrier: long])) == ["barrier"])
    #expect(fields(SurveyReply(voice: .parent, texts: [.barrier: String(long.dropLast())])) == [])
  }

  @Test(
    arguments: [
      ("Write to me: ada.okafor@harbour.example please", "an e-mail address", "ada.okafor@harbour.example"),
      ("Ring 01632 960 100.", "a telephone number", "01632 960 100"),
      ("or +44 7700 900123", "a telephone number", "+44 7700 900123"),
      ("We live at ZZ9 9ZZ now", "a postcode", "ZZ9 9ZZ"),
      ("My son Tom waited.", "a name", "Tom"), ("A boy called Zoë-Ann", "a name", "Zoë-Ann"),
      ("Mrs Lowe was kind", "a name", "Lowe"), ("thanks to Dr. Okafor", "a name", "Okafor"),
    ])
  func `what tells who somebody is, is noticed`(text: String, kind: String, words: String) {
    let found = PersonalData.found(in: text, of: .anybody)
    #expect(found.map(\.kind.name) == [kind] && found.map(\.text) == [words], "\(text)")
  }

  @Test func `what was learnt from entries is noticed in answers too, and everything in one sentence`() {
    func kinds(_ text: String) -> [PersonalData.Kind] { PersonalData.found(in: text, of: .anybody).map(\.kind) }
    #expect(kinds("Ella, aged 7, born 14/03/2019, waits.") == [.name, .birthDate])
    #expect(kinds("My son Mohammed’s teacher, Mrs O’Brien: 943 476 5919") == [.name, .name, .nhsNumber])
    let found = PersonalData.found(in: "Mrs Lowe, at ZZ9 9ZZ, or 01632 960 100", of: .anybody)
    #expect(
      PersonalData.list(found) == "a name (“Lowe”), a telephone number (“01632 960 100”) and a postcode (“ZZ9 9ZZ”)")
  }

  @Test(
    arguments: [
      "We waited from 2023 to 2025 for 18 months.", "In Year 2 she had 12 sessions of 30 minutes.",
      "It is called Reception here, and we miss Mondays.", "My daughter loves the Thursday drop-in in Harbour.",
      "Nobody told us about the EHCP until 2024-25.", "Our son is 7 and my daughter is 11.",
    ])
  func `what tells nobody is let through`(text: String) {
    let found = PersonalData.found(in: text, of: .anybody)
    #expect(found.isEmpty, "\(text): \(found)")
  }
}
