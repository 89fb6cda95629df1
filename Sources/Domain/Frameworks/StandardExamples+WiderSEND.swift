extension StandardExamples {
  /// By the keys of strand and level. Every place is invented.
  static let widerSEND: [String: String] = [
    "family-support universal":
      "A page of plain words on help at school and whom to ask, with a telephone line run by parents, in Northvale.",
    "family-support targeted":
      "A course for parents after a diagnosis: six mornings, with parents who have been through it, four times a year.",
    "family-support targeted-plus":
      "A specialist teacher and the SENCO meet a family every three weeks while a new plan is tried.",
    "family-support specialist":
      "One coordinator for each family with an education, health and care plan and three services or more.",
    "environment universal":
      "All schools in Millbrook have a quiet way in, clear signs and a plan of the building on their website.",
    "environment targeted":
      "A visual timetable and a place to calm down in each class with pupils who need them, at Ashfield Primary "
      + "School.",
    "environment targeted-plus":
      "A specialist teacher for vision looks at light, print and displays in two schools a term.",
    "environment specialist":
      "Large print, Braille and tactile maps for one pupil, ready on the day of the lesson.",
    "workforce universal":
      "Induction on SEND for every new teacher and assistant, in the first half-term.",
    "workforce targeted":
      "SENCOs’ network: five afternoons a year, with time to talk through cases.",
    "workforce targeted-plus":
      "A specialist teacher plans and teaches with the class teacher for six weeks, for pupils who do not get on "
      + "with targeted help.",
    "workforce specialist":
      "Intervenors and assistants trained for one child who is deaf and blind, with a refresher each year.",
    "identification universal":
      "Teachers meet each half-term to look at every child’s progress and write down who falls behind.",
    "identification targeted":
      "A screen of reading and number for pupils who fall behind, by the school’s trained assistant, within three "
      + "weeks.",
    "identification targeted-plus":
      "An educational psychologist talks with staff and parents before any request for a needs assessment.",
    "identification specialist":
      "Assessment of autism by health and education together; usual wait 40 weeks, longest 71.",
    "intervention universal":
      "Clear teaching in small steps, with worked examples, in every classroom of the Harbour schools.",
    "intervention targeted":
      "Reading groups of four, twenty minutes a day for ten weeks, led by trained assistants, in 20 schools.",
    "intervention targeted-plus":
      "A reading programme set by a specialist teacher and carried out one to one, four times a week.",
    "intervention specialist":
      "Full-time teaching in a resourced base for twelve pupils with complex needs, with therapy in the timetable.",
  ]
}
