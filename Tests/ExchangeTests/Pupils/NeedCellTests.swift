import Domain
import Testing

@testable import Exchange

struct `A cell with needs` {
  @Test(arguments: [
    ("SLCN (primary); ASD (secondary)", "SLCN, ASD"), ("SLCN (primary), ASD", "SLCN, ASD"),
    ("ASD, SLCN (primary)", "SLCN, ASD"), ("ASD (secondary); SLCN (primary)", "SLCN, ASD"),
    ("SLCN (secondary), ASD", "ASD, SLCN"), ("Primary: SLCN, Secondary: ASD", "SLCN, ASD"),
    ("Primary need: SLCN; Secondary need: ASD; Tertiary need: MLD", "SLCN, ASD, MLD"), ("1. SLCN 2. ASD", "SLCN, ASD"),
    ("2. SLCN 1. ASD", "ASD, SLCN"), ("(1) SLCN, (2) ASD", "SLCN, ASD"), ("SLCN (1), ASD (2)", "SLCN, ASD"),
    ("SLCN (2), ASD (1)", "ASD, SLCN"), ("1st SLCN; 2nd ASD", "SLCN, ASD"), ("2nd ASD; 1st SLCN", "SLCN, ASD"),
    ("SLCN 1 ASD 2", "SLCN, ASD"), ("Main need: SEMH | Second need: SpLD", "SEMH, SPLD"),
    ("Speech, Language and Communication Needs (SLCN), Social, Emotional and Mental Health (SEMH)", "SLCN, SEMH"),
    ("Speech, Language & Communication Needs / Social, Emotional & Mental Health", "SLCN, SEMH"),
    ("Autistic Spectrum Disorder (Primary); Hearing Impairment", "ASD, HI"),
    ("Hearing Impairment (Secondary); Autistic Spectrum Disorder (Primary)", "ASD, HI"),
    ("SLCN - Speech and language; Autism", "SLCN, ASD"), ("SLCN - Speech Communication; Autism", "SLCN, ASD"),
    ("ASD - Autistic spectrum disorder, MLD - Moderate learning difficulty", "ASD, MLD"),
    ("Autism and dyslexia", "ASD, SPLD"), ("ASD SLCN", "ASD, SLCN"), ("asd + slcn", "ASD, SLCN"),
    ("ASD\nSLCN", "ASD, SLCN"),
    ("Other: ASD", "ASD"), ("Other Difficulty/Disability", "OTH"), ("Specific Learning Difficulty (dyslexia)", "SPLD"),
    ("[SLCN], [ASD]", "SLCN, ASD"), ("SLCN; SLCN; ASD", "SLCN, ASD"),
  ])
  func `has all of them in order of their ranks`(text: String, codes: String) {
    let cell = NeedCell(text)
    #expect(cell.types.map(\.code).joined(separator: ", ") == codes)
    #expect(cell.unread.isEmpty, "\(cell.unread)")
  }

  @Test(arguments: [
    ("SLCN; ADHD", "SLCN", ["ADHD"]),
    ("SLCN (primary), sensory things (secondary)", "SLCN", ["sensory things secondary"]),
    ("SLCN - severe delay; ASD", "SLCN, ASD", ["severe delay"]), ("Autism (diagnosed 2021)", "ASD", ["diagnosed 2021"]),
    ("MLD, no sign of autism", "MLD", ["no sign autism"]), ("HI, visual stress", "HI", ["visual stress"]),
    ("SLCN, query ASD", "SLCN", ["query ASD"]),
  ])
  func `tells what it cannot read of each`(text: String, codes: String, unread: [String]) {
    let cell = NeedCell(text)
    #expect(cell.types.map(\.code).joined(separator: ", ") == codes)
    #expect(cell.unread == unread)
  }

  @Test(arguments: [
    "ADHD", "not autistic", "physical therapy", "K", "see file", "visual stress", "awaiting autism assessment",
  ])
  func `that says none is not guessed at`(text: String) { #expect(NeedCell(text).types.isEmpty) }

  @Test(arguments: [("1", 1), ("Primary", 1), ("2nd", 2), ("Secondary", 2), ("3", 3), ("Rank 2", 2), ("Need 4", 4)])
  func `may hold a rank alone`(text: String, rank: Int) { #expect(NeedCell.rank(text) == rank) }

  @Test func `says of equal ranks that they are`() {
    #expect(NeedCell("SLCN (primary), ASD (primary)").hasEqualRanks)
    #expect(!NeedCell("SLCN (primary), ASD").hasEqualRanks)
  }
}

struct `A cell with a status` {
  @Test(arguments: [
    ("K", SENStatus.support, ""), ("SEN support (K)", .support, ""), ("E - EHC plan", .plan, ""),
    ("K (SLCN)", .support, "SLCN"),
    ("EHCP (ASD, SLCN)", .plan, "ASD, SLCN"), ("EHCP: ASD / SLCN", .plan, "ASD, SLCN"), ("K - SLCN", .support, "SLCN"),
    ("SEN Support – Autism", .support, "ASD"), ("E MLD", .plan, "MLD"), ("SEN Support [SEMH]", .support, "SEMH"),
    ("EHC plan (Speech, language and communication needs)", .plan, "SLCN"),
    ("K (SLCN (primary); ASD)", .support, "SLCN, ASD"),
  ])
  func `may hold needs beside it`(text: String, status: SENStatus, codes: String) throws {
    let cell = try #require(StatusCell(text))
    #expect(cell.status == status)
    #expect((cell.needs?.types ?? []).map(\.code).joined(separator: ", ") == codes)
  }

  @Test(arguments: ["SLCN", "K (maybe)", "Current", "K/E", "E on 3 May"])
  func `that says none is not guessed at`(text: String) { #expect(StatusCell(text) == nil) }
}
