/// What all specialisms share in a cell. `{need}` and `{specialist}` are a specialism's own words.
struct StandardCell {
  let outcome: String
  let help: String
  let questions: [String]
  var examples: [String] = []
}

enum StandardCells {
  /// By the keys of strand and level. The substance of the outcomes follows what is published of frameworks of this kind;
  /// the wording is ours (docs/decisions/areas.md).
  static let all: [String: StandardCell] = [
    "family-support universal": StandardCell(
      outcome:
        "Every family can find clear and friendly information about {need}, and feels able to help and to choose.",
      help: "What any parent can use without being referred: information, drop-ins, events, a helpline.",
      questions: [
        "Could a parent who has never heard of us find this?", "Is it there in the languages that families speak?",
      ]),
    "family-support targeted": StandardCell(
      outcome:
        "Families whose child may need more help with {need} get extra support to understand it and to act on it.",
      help: "Help for parents because of a concern about their child: groups, courses, visits, a named person to ask.",
      questions: [
        "How does a family come to it, and how soon?", "What can parents do afterwards that they could not before?",
      ]),
    "family-support targeted-plus": StandardCell(
      outcome:
        "Families whose child’s needs in {need} last get advice from a {specialist} that is turned into daily life with them.",
      help: "What a specialist and somebody near to the family do together, for a time, when a course was not enough.",
      questions: ["Who keeps in touch with the family between visits?", "When is it looked at again?"]),
    "family-support specialist": StandardCell(
      outcome:
        "Families of children with complex needs in {need} get specialist support made for their child, and are partners in every decision.",
      help: "Support for one family by a {specialist}: training in the child’s own programme, planning, coordination.",
      questions: ["Do families say that they are partners?", "Who coordinates what several services ask of them?"]),
    "environment universal": StandardCell(
      outcome: "Homes, settings, schools and places to play are good places for every child’s {need}.",
      help: "How places are made and run for everybody: rooms, routines, resources, play, the way adults behave there.",
      questions: ["Would a visitor see it on an ordinary day?", "How do we know that it is so in every room?"]),
    "environment targeted": StandardCell(
      outcome: "Places are adjusted for groups of children who find {need} harder, so that they can take part.",
      help: "Changes to places or routines for a group: signs, seating, calm corners, equipment to borrow.",
      questions: ["Which children is it for, and can they all reach it?", "Who checks that it is still in use?"]),
    "environment targeted-plus": StandardCell(
      outcome: "Places are adjusted with a {specialist}’s advice for children whose needs in {need} last.",
      help: "A look at the place itself by a specialist, with changes agreed and followed up.",
      questions: ["What was changed because of the advice?", "Who pays for what has to be bought?"]),
    "environment specialist": StandardCell(
      outcome:
        "Places are adapted for the one child with complex needs in {need}: equipment, aids and access fit, and are kept working.",
      help: "Equipment, aids and adaptations for one child, with somebody who looks after them.",
      questions: ["How long from need to use?", "Does it go with the child between home and school?"]),
    "workforce universal": StandardCell(
      outcome: "Everybody who works with children knows how {need} usually develop and what may be a sign of need.",
      help: "Basic knowledge for all staff: induction, short courses, posters, somebody to ask.",
      questions: ["What share of staff has had it, and when?", "What happens when new people start?"]),
    "workforce targeted": StandardCell(
      outcome:
        "Named staff are trained to lead targeted help with {need} and to adapt what they teach, and are supported in it.",
      help: "Training, coaching and networks for the people who run groups or adapt teaching.",
      questions: ["Who supports them after the course?", "What if they leave?"]),
    "workforce targeted-plus": StandardCell(
      outcome: "Staff who work with children whose needs in {need} last are coached by a {specialist} at their work.",
      help: "Modelling, coaching and joint planning by a specialist in the child’s own place.",
      questions: ["How much time is set aside for it?", "What do staff do differently?"]),
    "workforce specialist": StandardCell(
      outcome:
        "Those around a child with complex needs in {need} are trained for that child, and specialists have the skills and supervision that they need.",
      help: "Training for one child, and the development of specialists themselves.",
      questions: ["Is everybody trained before the child starts?", "Which specialist skills are missing in the area?"]),
    "identification universal": StandardCell(
      outcome: "Families, settings and schools notice early when a child’s {need} may need help.",
      help:
        "What everybody uses to notice: checklists, reviews at set ages, class screening, knowing what to look for.",
      questions: ["Which children could be missed?", "What is done with what was noticed?"]),
    "identification targeted": StandardCell(
      outcome: "Quick and simple ways confirm whether a child needs targeted help with {need}, and which.",
      help: "Screens and short assessments by trained staff, and clear ways to ask for advice.",
      questions: ["How long does it take to know?", "Do families understand what was found?"]),
    "identification targeted-plus": StandardCell(
      outcome: "A {specialist} helps to understand why a child’s needs in {need} last, without a long wait.",
      help: "Consultation, observation and joint assessment before or instead of a full referral.",
      questions: ["How soon can a specialist see or hear of the child?", "Who decides what comes next?"]),
    "identification specialist": StandardCell(
      outcome:
        "Children with complex needs in {need} are assessed by specialists in good time, near to home, and together where several are needed.",
      help: "Specialist and multi-agency assessment, with its waits.",
      questions: ["What are the usual and the longest wait?", "How often do families tell the same story?"]),
    "intervention universal": StandardCell(
      outcome: "Everyday teaching, care and play help every child’s {need} to grow.",
      help: "What is done with whole classes, groups or settings: programmes, daily routines, good teaching.",
      questions: ["How do we know that it is done well everywhere?", "What difference does it make?"]),
    "intervention targeted": StandardCell(
      outcome:
        "Children who need it get well-founded targeted help with {need} from the best-placed person, in their everyday place, and its effect is measured.",
      help: "Small-group or individual help by trained staff for a set time.",
      questions: ["Is it known to work for these children?", "How is progress measured at the start and the end?"]),
    "intervention targeted-plus": StandardCell(
      outcome:
        "Children whose needs in {need} last get help that a {specialist} planned and follows up, carried out where they are.",
      help: "Programmes set by a specialist and carried out by trained staff, for longer or more often.",
      questions: ["Who adjusts it when it does not work?", "How many children get all of what was planned?"]),
    "intervention specialist": StandardCell(
      outcome:
        "Children with complex needs in {need} get timely specialist help made for them, in their everyday life, and its effect is measured.",
      help: "Individual help by a {specialist} or together with one, beside all that the other levels give.",
      questions: [
        "How long do children wait, and how many are waiting?", "What do children themselves say that it changed?",
      ]),
  ]
}
