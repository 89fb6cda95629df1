extension StandardExamples {
  /// By the keys of strand and level. Every place is invented.
  static let mentalHealth: [String: String] = [
    "family-support universal":
      "“Feelings are normal”: an evening for all parents of Year 6, each spring, in every school of Millbrook.",
    "family-support targeted":
      "A group of six weeks for parents of anxious children, at Harbour Family Hub, mornings and evenings.",
    "family-support targeted-plus":
      "A practitioner and the school’s family worker meet parents of a child who stays at home every two weeks.",
    "family-support specialist":
      "Family therapy at Southmere House, with an interpreter where one is needed.",
    "environment universal":
      "One quiet room at break and lunch in each school, open to every pupil, with an adult whom they know.",
    "environment targeted":
      "A soft start to the day for pupils who find mornings hard, at Brookvale School; 14 pupils.",
    "environment targeted-plus":
      "A practitioner advises on timetable and breaks for a pupil who comes back after long absence.",
    "environment specialist":
      "A safe place and a plan for one young person, at home and at school, agreed with them and looked at each month.",
    "workforce universal":
      "All school staff learn how to listen and what to pass on: half a day every two years.",
    "workforce targeted":
      "A trained mental health lead in every school, with supervision in a group each half-term.",
    "workforce targeted-plus":
      "A practitioner and a form tutor plan together every two weeks for pupils who hurt themselves or often run out.",
    "workforce specialist":
      "Staff around one young person trained in their safety plan before they come back from hospital.",
    "identification universal":
      "A wellbeing questionnaire for every class in Years 5, 8 and 10, answered each autumn and acted on by Christmas.",
    "identification targeted":
      "A first talk with a trained worker at school within ten days, for any pupil or parent who asks.",
    "identification targeted-plus":
      "A practitioner talks a worry through with staff and family before a referral, within two weeks.",
    "identification specialist":
      "Assessment of eating disorders within four weeks, and within one week where it is urgent, by one team for "
      + "all of Northvale.",
    "intervention universal":
      "Lessons on feelings and friendship each week in all primary schools of Hill ward.",
    "intervention targeted":
      "Groups of six on worry and low mood, eight weeks at school, led by trained support staff.",
    "intervention targeted-plus":
      "A programme for one pupil with strong fears, planned by a practitioner and carried out by the school’s mentor.",
    "intervention specialist":
      "Weekly talking therapy for young people, at a clinic, at school or online, as they choose.",
  ]
}
