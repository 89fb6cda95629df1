extension StandardExamples {
  /// By the keys of strand and level. Every place is invented.
  static let physiotherapy: [String: String] = [
    "family-support universal":
      "“Tummy time and first steps”: a weekly hour for babies and parents in two family hubs of Northvale.",
    "family-support targeted":
      "An evening for parents of children who walk late or fall often, every other month, with a therapist to ask.",
    "family-support targeted-plus":
      "Stretches at home planned with the family and looked at by video call every three weeks.",
    "family-support specialist":
      "Training for parents in clearing a child’s chest, with a line to ring at weekends.",
    "environment universal":
      "Playgrounds of the Harbour schools marked out for balance and climbing, with equipment that all children "
      + "can reach.",
    "environment targeted":
      "Tricycles and walkers lent to settings for a term, with a visit to fit them.",
    "environment targeted-plus":
      "A therapist walks the way from the gate to every classroom with the site manager, and ramps and rails follow.",
    "environment specialist":
      "Standing frame and walking aid for one child at home and at school, checked every six months as the child "
      + "grows.",
    "workforce universal":
      "“Active from the start”: two hours for nursery staff on how movement develops and when to ask.",
    "workforce targeted":
      "PE teachers in twelve schools trained to adapt lessons for pupils with coordination difficulties.",
    "workforce targeted-plus":
      "A therapist leads PE together with the teacher for four weeks, for a class with two pupils who tire quickly.",
    "workforce specialist":
      "Assistants trained to carry out one child’s daily stretches and transfers, with a check each term.",
    "identification universal":
      "Health visitors check hips and first steps at set ages, and write what they saw into the child’s red book.",
    "identification targeted":
      "A screen of balance and ball skills by PE staff in Year 3, with a therapist to talk to once a half-term.",
    "identification targeted-plus":
      "A therapist sees a child with pain or frequent falls at school within five weeks, together with the PE teacher.",
    "identification specialist":
      "Assessment of gait and muscle tone by a therapist and a doctor at Southmere Child Centre; usual wait nine "
      + "weeks.",
    "intervention universal":
      "Fifteen minutes of running, balancing and climbing each day for all children in the nurseries of Hill ward.",
    "intervention targeted":
      "“Fit to play” groups of eight after school for pupils with coordination difficulties, ten weeks, two "
      + "leisure centres.",
    "intervention targeted-plus":
      "An exercise programme set by a therapist and carried out in PE and at break, reviewed each half-term.",
    "intervention specialist":
      "Weekly physiotherapy after surgery, at school or at home, until the goals that the child chose are met.",
  ]
}
