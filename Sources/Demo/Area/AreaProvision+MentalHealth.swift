extension ProvisionPlan {
  /// Mental health and wellbeing, with hardly any assessment by specialists: a hole that the map shows.
  static let mentalHealth: [ProvisionPlan] =
    mentalHealthForFamilies + mentalHealthInPlaces + mentalHealthForStaff + mentalHealthForChildren

  private static let mentalHealthForFamilies: [ProvisionPlan] = [
    ProvisionPlan(
      "Parents’ evenings on growing up",
      "Talks on worry, sleep, screens and falling out with friends. Parents choose the topics in the summer, "
        + "and those who cannot come get the notes.",
      ["FS1"], ["mental-health"], ["school", "parents", "voluntary", "college"], "all parents and carers", 5...18,
      "once every half-term", 80...300),
    ProvisionPlan(
      "Where to turn: one page of local help",
      "One page says who helps with what in {place}, how long the wait is and what to do when it cannot wait. "
        + "On paper, online and on the back of toilet doors.",
      ["FS1"], ["mental-health"], ["authority", "voluntary", "parents"], "all families and young people", 0...25,
      "brought up to date each term", 300...1500),
    ProvisionPlan(
      "Course for parents of angry or anxious children",
      "Ten meetings on calm routines, praise, limits and looking after yourself, with a meal and childcare. "
        + "Parents who miss one get a visit.",
      ["FS2"], ["mental-health"], ["social-care", "authority", "voluntary", "early-years"],
      "parents who are at the end of their tether", 3...11, "weekly, two courses a year", 20...50),
    ProvisionPlan(
      "Walk and tea for parents of children out of school",
      "Parents whose child cannot manage school walk together on a weekday morning and have tea afterwards. A "
        + "family worker comes once a month.",
      ["FS2"], ["mental-health"], ["parents", "voluntary"], "parents of children who are not in school", 5...18,
      "weekly, holidays too", 12...35),
    ProvisionPlan(
      "Family worker at school",
      "The worker meets parents at school or at home about separation, debt, housing and behaviour, and goes "
        + "with them to appointments if they wish.",
      ["FS2"], ["mental-health"], ["school", "social-care", "authority"], "families under strain", 3...16,
      "four days a week", 25...70),
    ProvisionPlan(
      "Eating disorders: parents’ meetings",
      "Parents of young people with an eating disorder learn from two clinicians how to get through meals at "
        + "home. Between meetings they can ring the clinic on weekdays.",
      ["FS3"], ["mental-health"], ["health"], "parents of young people who are in treatment", 11...18, "fortnightly",
      12...30),
    ProvisionPlan(
      "Psychologist for foster and adoptive families",
      "Foster carers and adoptive parents meet in a group with a psychologist who also visits at home when "
        + "things are about to break down.",
      ["FS3"], ["mental-health"], ["social-care", "health", "independent"], "foster and adoptive families", 0...18,
      "monthly, and when needed", 20...60),
  ]

  private static let mentalHealthInPlaces: [ProvisionPlan] = [
    ProvisionPlan(
      "Play leaders and the friendship bench",
      "Older pupils are trained to start games and to look out for those who stand alone. Anybody may sit on "
        + "the bench, and somebody comes.",
      ["E1"], ["mental-health"], ["school"], "all pupils", 4...11, "every playtime", 100...420),
    ProvisionPlan(
      "Settling in at the child’s own pace",
      "Parents stay for as long as the child needs in the first weeks. One key person is there for arrival, "
        + "meals and sleep, and a second one knows the child too.",
      ["E1"], ["mental-health"], ["early-years"], "all children who are new", 0...4, "whenever a child starts",
      20...70),
    ProvisionPlan(
      "Nurture room",
      "Up to eight children begin and end their day here with breakfast, a job to do and time to talk. Two "
        + "adults, always the same ones.",
      ["E2", "IN2"], ["mental-health"], ["school"], "children who find the school day too much", 5...11,
      "every morning and afternoon", 8...20),
    ProvisionPlan(
      "Working base for anxious students",
      "Students who cannot face a full classroom work in the base for part of the day with tasks from their "
        + "own teachers. Every fortnight they plan the next step back.",
      ["E2"], ["mental-health"], ["school", "college"], "students who miss lessons because of anxiety", 11...19,
      "every day", 10...35),
    ProvisionPlan(
      "Back to school after hospital",
      "Before a young person leaves the ward, hospital, family and school agree who meets them at the door, "
        + "where they can go and what the first three weeks look like.",
      ["E3"], ["mental-health"], ["health", "authority"], "young people who come back after a hospital stay", 11...18,
      "as needed", 6...20),
  ]

  private static let mentalHealthForStaff: [ProvisionPlan] = [
    ProvisionPlan(
      "What distress looks like",
      "Two hours on how distress shows at different ages, what to say, what not to promise and whom to tell. "
        + "Drivers, caretakers and volunteers come too.",
      ["W1"], ["mental-health"], ["school", "early-years", "college", "social-care", "voluntary"],
      "everybody on the staff", 0...19, "each autumn", 80...600),
    ProvisionPlan(
      "Supervision for pastoral staff",
      "Heads of year, mentors and key workers talk with a psychologist about the children who worry them most. "
        + "Six in a group, behind a closed door.",
      ["W2"], ["mental-health"], ["authority", "health", "independent", "school"], "pastoral staff", 4...18,
      "twice a term", 60...200),
    ProvisionPlan(
      "Training for assistants who help with feelings",
      "Over six days assistants learn to work with one child or a few on anger, loss and friendship. "
        + "Afterwards they meet three times a year to keep it alive.",
      ["W2"], ["mental-health"], ["authority", "school"], "assistants with time set aside for it", 5...16,
      "one course a year", 40...120),
    ProvisionPlan(
      "One approach for one child in care",
      "Everybody around a child in care who is often moved or sent home meets a psychologist for ninety "
        + "minutes. They leave with one way of doing things and a date.",
      ["W3"], ["mental-health"], ["social-care", "health", "authority"], "the adults around one child", 5...18,
      "within three weeks of asking", 8...25),
  ]

  private static let mentalHealthForChildren: [ProvisionPlan] = [
    ProvisionPlan(
      "How are you today?",
      "On the way in everybody marks on a card how they are. The tutor finds a quiet minute for whoever is low "
        + "two days running.",
      ["ID1"], ["mental-health"], ["school", "college"], "all pupils and students", 7...19, "every morning", 90...700),
    ProvisionPlan(
      "How settled is each child?",
      "Key persons note how at ease each child is and how deep in play, and talk with the parents about those "
        + "who are neither. The leader reads all the notes.",
      ["ID1"], ["mental-health"], ["early-years"], "all children", 1...5, "once a term", 25...90),
    ProvisionPlan(
      "School nurse without an appointment",
      "Young people come at lunch about anything that troubles them. The nurse listens, says what must be "
        + "passed on and what need not be, and finds the next step with them.",
      ["ID2"], ["mental-health"], ["health", "college", "school"], "young people who would like to talk", 11...19,
      "weekly", 50...160),
    ProvisionPlan(
      "One form and one number for mental health",
      "Parents, schools and doctors use the same form or ring. Services look at all requests together on "
        + "Tuesdays and say within a week who will help.",
      ["ID2"], ["mental-health"], ["health", "authority"], "children and young people with a worry that lasts", 5...18,
      "weekly", 300...900),
    ProvisionPlan(
      "Assessment at the mental health clinic",
      "A first appointment of ninety minutes with two clinicians, then a plan that the young person has agreed "
        + "to. The usual wait is sixteen weeks, less where there is danger.",
      ["ID3"], ["mental-health"], ["health"], "young people with serious difficulties", 6...18,
      "one or two appointments", 120...350),
    ProvisionPlan(
      "Woodland mornings",
      "A class or a group spends a morning among trees with the same two adults: dens, fire, mud and long "
        + "stretches without instruction. Wheelchairs can reach the clearing.",
      ["IN1"], ["mental-health", "ot"], ["school", "early-years", "independent", "voluntary"],
      "whole classes and groups", 3...11, "weekly for a term", 28...90),
    ProvisionPlan(
      "Group after a death",
      "Children who have lost somebody meet others of their age, make a memory box and talk as much as they "
        + "like. Parents sit next door with tea and a worker.",
      ["IN2"], ["mental-health"], ["voluntary", "health"], "bereaved children", 5...16,
      "six meetings, three times a year", 16...40),
    ProvisionPlan(
      "Counselling on site",
      "A qualified counsellor sees young people in a room that others cannot look into. They can ask for it "
        + "themselves; most come for eight to twelve sessions.",
      ["IN2"], ["mental-health"], ["school", "independent", "college", "voluntary"],
      "young people who are sad, anxious or grieving", 9...19, "weekly", 20...60),
    ProvisionPlan(
      "Play therapy",
      "A qualified therapist sees one child at the same time each week for up to a year, and meets the parents "
        + "every six weeks. Toys, sand and paint, no talk needed.",
      ["IN3"], ["mental-health"], ["independent", "school", "voluntary"],
      "young children who have been through something frightening", 4...11, "weekly", 6...20),
    ProvisionPlan(
      "Crisis visits at home",
      "Two workers visit a young person in crisis several times a week, so that they need not go into "
        + "hospital. They also sit down with the parents and with the school.",
      ["IN3"], ["mental-health"], ["health", "social-care"], "young people in crisis", 12...18,
      "up to daily for six weeks", 15...40),
  ]
}
