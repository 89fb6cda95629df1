/// What all specialisms share in a cell. `{need}`, `{do}`, `{specialist}` and `{a specialist}` are a specialism's own words
/// (`StandardWords`).
struct StandardCell {
  let outcome: String
  let help: String
  let questions: [String]
  /// A good entry that any specialism could have; `StandardExamples` has those of one alone.
  let example: String
}

enum StandardCells {
  /// By the keys of strand and level. The substance of the outcomes follows what is published of frameworks of this kind;
  /// the wording is ours (docs/decisions/areas.md).
  static let all = familySupport.merging(environment) { $1 }.merging(workforce) { $1 }
    .merging(identification) { $1 }.merging(intervention) { $1 }

  static let familySupport: [String: StandardCell] = [
    "family-support universal": StandardCell(
      outcome:
        "Every family can easily find clear, friendly information about {need}, and feels able to help their "
        + "child and to choose.",
      help:
        "Whatever any parent can use without being referred: information, drop-ins, open events, a helpline, a "
        + "website.",
      questions: [
        "Could a parent who has never heard of you find it?",
        "Is it there in the languages that families speak here?",
      ],
      example:
        "A leaflet and short films about {need}, given to every family by health visitors and by schools, in six "
        + "languages."),
    "family-support targeted": StandardCell(
      outcome:
        "Families whose child may need more help with {need} get extra support soon, so that they understand it "
        + "and know what to do.",
      help:
        "Help for parents because somebody is concerned about their child: courses, groups, home visits, a named "
        + "person to ask.",
      questions: [
        "How does a family come to it, and how soon?",
        "What can parents do afterwards that they could not do before?",
      ],
      example:
        "A course of six evenings for parents whose child was found to need help with {need}, twice a year in "
        + "each locality."),
    "family-support targeted-plus": StandardCell(
      outcome:
        "Families whose child still needs help with {need} after a first course of support get advice from "
        + "{a specialist}, and somebody near to them helps to put it into daily life.",
      help:
        "What a specialist and somebody near to the family do together for a time, when a course or a group was "
        + "not enough.",
      questions: [
        "Who keeps in touch with the family between visits?",
        "When do you look at it again, and who decides what comes next?",
      ],
      example:
        "Three visits at home by {a specialist} together with the family’s own support worker, with a plan on one "
        + "page."),
    "family-support specialist": StandardCell(
      outcome:
        "Families of children with complex needs in {need} get specialist support that is made for their child, "
        + "and decide together with those who help.",
      help:
        "Support for one family by {a specialist}: training in the child’s own programme, planning together, one "
        + "person who coordinates.",
      questions: [
        "Do families say that they are asked before something is decided?",
        "Who sees to it that several services do not ask too much of one family?",
      ],
      example:
        "A key worker for each family that sees three services or more, with one plan, one meeting each term and "
        + "one number to ring."),
  ]

  static let environment: [String: StandardCell] = [
    "environment universal": StandardCell(
      outcome:
        "Homes, nurseries, schools and places to play are run in ways that help every child to {do}.",
      help:
        "How places are made and run for everybody: rooms, noise, routines, resources, play, and how adults "
        + "behave there.",
      questions: [
        "Would a visitor see it on an ordinary day?",
        "How do you know that it is so in every room?",
      ],
      example:
        "A checklist for rooms and playgrounds that help children to {do}, used by every nursery and primary "
        + "school once a year."),
    "environment targeted": StandardCell(
      outcome:
        "Places are adjusted for groups of children who find it harder to {do}, so that they take part with "
        + "everybody else.",
      help:
        "Changes to a place or a routine for a group of children: signs, seating, quiet corners, equipment to "
        + "borrow.",
      questions: [
        "Which children is it for, and do all of them reach it?",
        "Who checks that it is still in use?",
      ],
      example:
        "A box of things that make it easier to {do}, lent to settings for a term, with a visit to show how they "
        + "are used."),
    "environment targeted-plus": StandardCell(
      outcome:
        "{A specialist} looks at the places of children who still find it hard to {do}, and what they advise is "
        + "carried out.",
      help:
        "A look at the place itself by a specialist, with changes agreed, made and followed up.",
      questions: [
        "What was changed because of the advice?",
        "Who pays for what has to be bought?",
      ],
      example:
        "Two visits to the classroom by {a specialist}: the first to agree on changes, the second a term later to "
        + "see whether they help."),
    "environment specialist": StandardCell(
      outcome:
        "A child with complex needs in {need} has surroundings, equipment and aids that fit them, at home and at "
        + "school, and somebody keeps them working.",
      help:
        "Equipment, aids and adaptations for one child, with somebody who looks after them.",
      questions: [
        "How long does it take from the need to the first use?",
        "Does it go with the child between home and school?",
      ],
      example:
        "A plan for one child’s rooms and equipment at home and at school, with one person who keeps it working "
        + "and looks at it again whenever the child moves up."),
  ]
}
