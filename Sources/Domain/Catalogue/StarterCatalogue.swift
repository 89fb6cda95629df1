/// The headings and types that a new school is given to adapt: ordinary provision with ordinary dosages. The headings
/// are those of the three-stage method's first step; dosages are what schools' published maps commonly show.
package enum StarterCatalogue {
  package static let headings = [
    "Literacy", "Mathematics", "Language and communication", "Behaviour, emotional and social", "Sensory and physical",
    "EAL", "All areas",
  ]

  /// The streams that pay for places in a school, the ordinary one first.
  package static let streams: [(name: String, kind: FundingStream.Kind)] = [
    ("SEN — notional budget", .sen), ("EHC top-up", .topUp), ("Pupil premium", .pupilPremium), ("EAL", .eal),
    ("Other", .other),
  ]

  package struct Entry: Sendable {
    package let heading: String
    package let name: String
    package let details: ProvisionDetails
  }

  package static let entries: [Entry] = [
    entry(
      "Literacy", "Phonics catch-up", "Short daily practice of sounds and blending in a small group.",
      "Reads unfamiliar words by sounding out", 20, 5, 12, 6, .intervention, "targeted", "CL"),
    entry(
      "Literacy", "Precision teaching", "Daily one-minute probes on a few words or facts at a time.",
      "Reads or spells the target words fluently", 10, 5, 8, 1, .intervention, "specialist", "CL"),
    entry(
      "Literacy", "Paired reading", "Reading aloud with a trained adult or older pupil.",
      "Reads with more fluency and enjoyment", 20, 3, 12, 1, .intervention, "targeted", "CL"),
    entry(
      "Literacy", "Inference reading group", "Talking through short texts to work out what is not said.",
      "Explains what a text implies", 30, 2, 10, 5, .intervention, "targeted", "CL"),
    entry(
      "Literacy", "Spelling programme", "Multisensory teaching of spelling patterns.",
      "Spells taught patterns in own writing", 20, 3, 12, 4, .intervention, "targeted", "CL"),
    entry(
      "Literacy", "Handwriting group", "Letter formation, posture and grip.", "Writes legibly at a fair speed", 15, 3,
      8, 5, .intervention, "targeted", "SP"),
    entry(
      "Literacy", "Touch typing", "A typing course on a laptop.", "Types faster than writes by hand", 20, 3, 12, 6,
      .intervention, "targeted", "SP"),
    entry(
      "Mathematics", "Number catch-up", "Number sense and facts with apparatus.",
      "Uses number facts within 20 securely", 30, 3, 12, 4, .intervention, "targeted", "CL"),
    entry(
      "Mathematics", "Pre-teaching of mathematics", "Meeting the words and ideas before the lesson.",
      "Joins in the class lesson from the start", 15, 3, 12, 5, .intervention, "targeted", "CL"),
    entry(
      "Mathematics", "One-to-one mathematics tuition", "Tuition on gaps found by assessment.", "Closes named gaps", 30,
      2, 12, 1, .intervention, "specialist", "CL"),
    entry(
      "Language and communication", "Narrative group",
      "Telling and retelling stories with pictures for who, where, when and what.", "Retells an event in order", 30, 3,
      12, 4, .intervention, "targeted", "CI"),
    entry(
      "Language and communication", "Speech sounds, one to one",
      "Practice of sounds set by the speech and language therapist.", "Says target sounds in words and sentences", 15,
      4, 12, 1, .intervention, "specialist", "CI"),
    entry(
      "Language and communication", "Vocabulary group", "Teaching of words for the coming topics.",
      "Uses taught words in talk and writing", 20, 3, 12, 6, .intervention, "targeted", "CI"),
    entry(
      "Language and communication", "Attention and listening group", "Games for looking, listening and waiting.",
      "Attends to an adult-led task", 15, 3, 8, 4, .intervention, "targeted", "CI"),
    entry(
      "Language and communication", "Social communication group", "Turn-taking, conversation and reading situations.",
      "Starts and keeps up a conversation", 30, 1, 12, 5, .intervention, "targeted", "CI"),
    entry(
      "Language and communication", "Speech and language therapist's visits",
      "Assessment, targets and review by a therapist.", "Targets are set and reviewed", 45, 1, 6, 1, .intervention,
      "specialist", "CI"),
    strategy(
      "Language and communication", "Communication-friendly classroom",
      "Visual timetable, gestures, pre-taught words, time to answer.", "Follows the day and instructions", .environment,
      "universal", "CI"),
    entry(
      "Behaviour, emotional and social", "Nurture group", "A small, predictable group with shared food and play.",
      "Settles to learn in class", 120, 3, 24, 8, .intervention, "targeted", "SEMH"),
    entry(
      "Behaviour, emotional and social", "Emotional literacy support", "One-to-one sessions with a trained assistant.",
      "Names and manages feelings", 30, 1, 12, 1, .intervention, "targeted", "SEMH"),
    entry(
      "Behaviour, emotional and social", "Social skills group",
      "Practising friendship skills through games and role play.", "Plays and works with others", 30, 1, 12, 6,
      .intervention, "targeted", "SEMH"),
    entry(
      "Behaviour, emotional and social", "Check-in, check-out",
      "A short talk with a known adult at the start and end of the day.", "Begins lessons calm and ready", 10, 5, 12, 1,
      .intervention, "targeted", "SEMH"),
    confidential(
      "Behaviour, emotional and social", "Counselling", "Confidential sessions with a qualified counsellor.",
      "Agreed with the pupil", 50, 1, 12),
    strategy(
      "Behaviour, emotional and social", "Safe place and exit card",
      "A named place and person when things are too much.", "Returns to learning sooner", .environment, "targeted",
      "SEMH"),
    entry(
      "Sensory and physical", "Fine motor skills group", "Strength and control of hands through play.",
      "Manages pencil, scissors and fastenings", 20, 3, 12, 5, .intervention, "targeted", "SP"),
    entry(
      "Sensory and physical", "Physiotherapy exercises", "A programme set by the physiotherapist.",
      "Keeps range of movement", 20, 5, 38, 1, .intervention, "specialist", "SP"),
    entry(
      "Sensory and physical", "Sensory circuit", "Alerting, organising and calming activities.", "Is ready to learn",
      15, 5, 38, 8, .intervention, "targeted", "SP"),
    strategy(
      "Sensory and physical", "Movement breaks", "Planned short breaks through the day.", "Attends for longer",
      .environment, "targeted", "SP"),
    entry(
      "EAL", "New to English group", "Everyday language and the words of school.", "Joins in class with support", 30, 4,
      12, 6, .intervention, "targeted", nil),
    strategy(
      "EAL", "Bilingual resources and buddy", "Key words in both languages and a partner.", "Takes part in lessons",
      .environment, "universal", nil),
    entry(
      "All areas", "Teaching assistant in class", "Planned support in a named lesson.",
      "Works with growing independence", 60, 5, 38, 1, .intervention, "specialist", nil),
    entry(
      "All areas", "Homework club", "A place and an adult for homework.", "Hands in homework on time", 45, 2, 36, 12,
      .intervention, "universal", nil),
    entry(
      "All areas", "Transition visits", "Extra visits and a booklet before a change of school or year.",
      "Knows the new place and people", 60, 1, 4, 6, .familySupport, "targeted", nil),
  ]

  private static func entry(
    _ heading: String, _ name: String, _ description: String, _ outcome: String, _ minutes: Int, _ sessions: Int,
    _ weeks: Int,
    _ size: Int, _ strand: Strand, _ level: String, _ area: String?
  ) -> Entry {
    var details = ProvisionDetails()
    details.description = description
    details.outcome = outcome
    details.minutes = minutes
    details.sessionsPerWeek = sessions
    details.weeks = weeks
    details.groupSize = size
    details.strand = strand
    details.level = level
    details.area = area
    details.evidence = StarterEvidence.page(of: name)
    return Entry(heading: heading, name: name, details: details)
  }

  private static func strategy(
    _ heading: String, _ name: String, _ description: String, _ outcome: String, _ strand: Strand, _ level: String,
    _ area: String?
  ) -> Entry {
    var details = ProvisionDetails()
    details.description = description
    details.outcome = outcome
    details.strand = strand
    details.level = level
    details.area = area
    details.evidence = StarterEvidence.page(of: name)
    return Entry(heading: heading, name: name, details: details)
  }

  private static func confidential(
    _ heading: String, _ name: String, _ description: String, _ outcome: String, _ minutes: Int, _ sessions: Int,
    _ weeks: Int
  ) -> Entry {
    let plain = entry(
      heading, name, description, outcome, minutes, sessions, weeks, 1, .intervention, "specialist", "SEMH")
    var details = plain.details
    details.isConfidential = true
    return Entry(heading: heading, name: name, details: details)
  }
}
