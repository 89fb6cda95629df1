extension StandardExamples {
  /// By the keys of strand and level. Every place is invented.
  static let speechAndLanguage: [String: String] = [
    "family-support universal":
      "Monthly “Time to talk” drop-in at three family hubs in Northvale, open to all parents of under-fives; "
      + "about 40 families a month.",
    "family-support targeted":
      "“Talking together”: eight mornings for parents of two-year-olds with few words, with a crèche, at Harbour "
      + "Family Hub.",
    "family-support targeted-plus":
      "A therapist and the nursery’s key person film play at home with the family three times, and look at it "
      + "together.",
    "family-support specialist":
      "Signing classes for the whole family of a child who talks with signs or symbols, on Saturdays in Millbrook.",
    "environment universal":
      "Every classroom at Ashfield Primary School shows the day in pictures, and has one corner without noise.",
    "environment targeted":
      "Symbols on doors, trays and menus in the four nurseries of Hill ward, from one shared set.",
    "environment targeted-plus":
      "A therapist checks the noise and the seating of two classrooms a term at Brookvale School, and tries out a "
      + "sound-field system.",
    "environment specialist":
      "A communication aid on loan in two weeks from the Northvale store, set up for home and school, with a "
      + "number to ring when it fails.",
    "workforce universal":
      "“How children learn to talk”: two hours for all new nursery staff, four times a year, online or at Harbour "
      + "Family Hub.",
    "workforce targeted":
      "One trained communication lead in each of 24 schools, with a network meeting each half-term and a "
      + "therapist to ring.",
    "workforce targeted-plus":
      "A therapist models vocabulary teaching in class once a week for six weeks; the assistant leads from the "
      + "fourth week on.",
    "workforce specialist":
      "All staff who work with a child who uses a communication aid are trained on that aid before term starts.",
    "identification universal":
      "Health visitors ask about first words and understanding at the review at two years, with the same five "
      + "questions everywhere.",
    "identification targeted":
      "A screen of language in the first half-term of Reception, done by trained assistants in 18 schools; "
      + "results in two weeks.",
    "identification targeted-plus":
      "A therapist watches the child in class within four weeks of a request, and writes one page with the teacher.",
    "identification specialist":
      "Assessment of stammering, voice and swallowing at Southmere Child Centre; usual wait eleven weeks, longest 26.",
    "intervention universal":
      "Story time with planned new words every day in all Reception and Year 1 classes of the Harbour schools.",
    "intervention targeted":
      "Vocabulary groups of four in Years 1 to 3, twice a week for twelve weeks, led by a trained teaching assistant.",
    "intervention targeted-plus":
      "A speech sound programme set by a therapist and practised ten minutes a day at school, reviewed every six "
      + "weeks.",
    "intervention specialist":
      "Weekly therapy at school for children with severe speech disorder, in blocks of ten, with goals that the "
      + "family sets.",
  ]
}
