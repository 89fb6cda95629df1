extension StandardCells {
  static let workforce: [String: StandardCell] = [
    "workforce universal": StandardCell(
      outcome:
        "Everybody who works with children knows how {need} usually develops, what may be a sign of need, and "
        + "whom to ask.",
      help:
        "Basic knowledge for all staff: induction, short courses, posters, somebody to ask.",
      questions: [
        "What share of your staff has had it, and when?",
        "What happens when new people start?",
      ],
      example:
        "Ninety minutes on {need} for every new member of staff in nurseries and schools, and again every three "
        + "years."),
    "workforce targeted": StandardCell(
      outcome:
        "In every setting named staff are trained to lead targeted help with {need} and to adapt what they teach, "
        + "and somebody supports them in it.",
      help:
        "Training, coaching and networks for the people who run groups or adapt their teaching.",
      questions: [
        "Who supports them after the course?",
        "What happens when they leave?",
      ],
      example:
        "A network of trained leads for {need}, one in each school, who meet every half-term with {a specialist}."),
    "workforce targeted-plus": StandardCell(
      outcome:
        "Staff who work with children who still need help with {need} are coached by {a specialist} while they do "
        + "it.",
      help:
        "Showing how, coaching and planning together by a specialist, in the child’s own place.",
      questions: [
        "How much time is set aside for it?",
        "What do staff do differently now?",
      ],
      example:
        "Four coaching sessions in a term by {a specialist}, with cover paid for the member of staff who is coached."),
    "workforce specialist": StandardCell(
      outcome:
        "The people around a child with complex needs in {need} are trained for that child, and specialists "
        + "themselves have the skills and the supervision that they need.",
      help:
        "Training for one child, and the development of specialists.",
      questions: [
        "Is everybody trained before the child starts?",
        "Which specialist skills are missing in the area?",
      ],
      example:
        "Training for one child’s whole team before the child starts at a school, with a refresher each September."),
  ]

  static let identification: [String: StandardCell] = [
    "identification universal": StandardCell(
      outcome:
        "Families, nurseries and schools notice early when a child may need help with {need}, and know what to do "
        + "next.",
      help:
        "What everybody uses to notice: checklists, reviews at set ages, screening of a class, knowing what to "
        + "look for.",
      questions: [
        "Which children could be missed?",
        "What do you do with what you noticed?",
      ],
      example:
        "A page of signs to look for in {need}, with whom to ask, in every nursery, school and surgery."),
    "identification targeted": StandardCell(
      outcome:
        "There is a quick and simple way to find out whether a child needs targeted help with {need}, and which.",
      help:
        "Screens and short assessments by trained staff, and clear ways to ask for advice.",
      questions: [
        "How long does it take to know?",
        "Do families understand what was found?",
      ],
      example:
        "A weekly advice line where staff and parents talk to {a specialist} about {need}, with no form to fill in."),
    "identification targeted-plus": StandardCell(
      outcome:
        "{A specialist} soon helps to understand why a child still finds it hard to {do}, before or in place of a "
        + "full referral.",
      help:
        "Consultation, observation and assessment together with staff, before or in place of a full referral.",
      questions: [
        "How soon can a specialist see the child or hear of them?",
        "Who decides what comes next?",
      ],
      example:
        "A meeting each half-term in every school, where {a specialist} and the SENCO talk through up to five "
        + "children."),
    "identification specialist": StandardCell(
      outcome:
        "Children with complex needs in {need} are assessed by specialists in good time, near to home, and by "
        + "several together where several are needed.",
      help:
        "Assessment by specialists, alone or several together, and how long children wait for it.",
      questions: [
        "What are the usual wait and the longest one?",
        "How often does a family have to tell the same story?",
      ],
      example:
        "One assessment day for children with complex needs, with all professions in one room and one report "
        + "within four weeks."),
  ]

  static let intervention: [String: StandardCell] = [
    "intervention universal": StandardCell(
      outcome:
        "Everyday teaching, care and play help every child to {do}.",
      help:
        "What is done with whole classes, groups or settings: programmes, daily routines, good teaching.",
      questions: [
        "How do you know that it is done well everywhere?",
        "What difference does it make?",
      ],
      example:
        "A programme for whole classes that builds {need} into ordinary lessons, ten minutes a day in Reception "
        + "and Year 1."),
    "intervention targeted": StandardCell(
      outcome:
        "Children who need it get targeted help with {need} that is known to work, from the best-placed person, "
        + "where they spend their day, and their progress is measured.",
      help:
        "Help in small groups or one to one by trained staff, for a set time.",
      questions: [
        "Is it known to work for children like these?",
        "How do you measure progress at the start and at the end?",
      ],
      example:
        "Groups of up to five children who need help with {need}, three times a week for ten weeks, led by "
        + "trained assistants."),
    "intervention targeted-plus": StandardCell(
      outcome:
        "Children who still need help with {need} get a programme that {a specialist} has planned and follows up, "
        + "carried out where they spend their day.",
      help:
        "Programmes that a specialist sets and trained staff carry out, for longer or more often.",
      questions: [
        "Who changes it when it does not work?",
        "How many children get all that was planned?",
      ],
      example:
        "Programmes set by {a specialist}, carried out by a trained assistant four times a week, and reviewed "
        + "every half-term."),
    "intervention specialist": StandardCell(
      outcome:
        "Children with complex needs in {need} get specialist help in good time, made for them and part of their "
        + "everyday life, and its effect is measured.",
      help:
        "Help for one child by {a specialist} or together with one, beside all that the other levels give.",
      questions: [
        "How long do children wait, and how many are waiting?",
        "What do children themselves say that it changed?",
      ],
      example:
        "Weekly sessions with {a specialist} at school for children with complex needs, with goals set by child "
        + "and family."),
  ]
}
