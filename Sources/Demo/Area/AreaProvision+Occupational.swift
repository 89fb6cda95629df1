extension ProvisionPlan {
  /// Occupational therapy, with little for the families and the staff around one child: holes that the map shows.
  static let occupational: [ProvisionPlan] =
    occupationalForFamilies + occupationalInPlaces + occupationalForStaff + occupationalForChildren

  private static let occupationalForFamilies: [ProvisionPlan] = [
    ProvisionPlan(
      "Zips, cutlery and lunch boxes before school starts",
      "Parents and children try coats, zips, cutlery, trays and lunch boxes together in the summer before "
        + "Reception. Families take home a sheet with one step for each week.",
      ["FS1"], ["ot"], ["school", "early-years", "parents"], "families of children who start school", 3...5,
      "each June", 25...90),
    ProvisionPlan(
      "When noise, touch or food are too much",
      "Three evenings for parents whose child is upset by sounds, clothes or certain foods. A therapist "
        + "explains what may lie behind it, and parents swap what helps.",
      ["FS2"], ["ot"], ["health", "voluntary", "independent", "parents", "early-years"],
      "parents of children who react strongly", 3...12, "each term", 24...60),
    ProvisionPlan(
      "Sleep visits",
      "A trained worker looks at evenings and bedroom with the family, agrees on one change at a time and "
        + "rings each fortnight until nights are better.",
      ["FS2"], ["ot", "mental-health"], ["voluntary", "early-years", "social-care", "health"],
      "families who hardly sleep", 1...12, "for about three months", 20...55),
    ProvisionPlan(
      "Home visits after hospital",
      "After an operation or a serious injury a therapist visits within a week and practises washing, dressing "
        + "and stairs with the child and whoever is at home.",
      ["FS3"], ["ot"], ["health"], "children who come home from hospital", 0...18, "two to five visits", 15...40),
  ]

  private static let occupationalInPlaces: [ProvisionPlan] = [
    ProvisionPlan(
      "Right chair, right table",
      "Every September each class checks that feet reach the floor and elbows the table. Chairs and tables are "
        + "swapped between classes on the same day.",
      ["E1"], ["ot"], ["school"], "all pupils", 4...11, "once a year", 90...420),
    ProvisionPlan(
      "A playground planned with disabled children",
      "Disabled children and their parents said what they needed before anything was ordered: a firm path, a "
        + "swing for wheelchairs and a quiet side. They check it every spring.",
      ["E1"], ["ot"], ["authority", "parents", "voluntary", "school"], "all children", 2...14, "open every day",
      100...600),
    ProvisionPlan(
      "Outdoors in all weathers",
      "All children have an hour or more outside with things to lift, pour, dig and climb. Boots and coats are "
        + "lent out, and there are low steps and rails for those who need them.",
      ["E1", "IN1"], ["ot"], ["early-years", "school"], "all children", 1...5, "every day", 30...120),
    ProvisionPlan(
      "Sensory room with set times",
      "Children who need it have two short times a day in a room with low light, a swing seat and heavy "
        + "blankets. An adult notes what calmed them and tells the class teacher.",
      ["E2"], ["ot", "mental-health"], ["school", "independent", "voluntary"], "children who are easily overwhelmed",
      4...16, "twice a day", 8...25),
    ProvisionPlan(
      "Tools for writing, to try and to keep",
      "Pupils try pencil grips, sloping boards, spring scissors or a laptop for two weeks and keep what helps. "
        + "The trolley moves on to another corridor every half-term.",
      ["E2"], ["ot"], ["school", "college"], "pupils and students who tire or hurt when they write", 5...19,
      "all year", 12...50),
    ProvisionPlan(
      "Relaxed swimming",
      "Half the usual number of swimmers, soft lights and no music. Helpers who know about sensory needs are "
        + "in the water, and families may stay in the changing room as long as they need.",
      ["E2"], ["ot"], ["authority", "voluntary", "parents", "independent"], "children who cannot bear a crowded pool",
      4...18, "every Sunday morning", 25...70),
    ProvisionPlan(
      "Special seating and standing frames",
      "A therapist measures the child, orders chair and frame and adjusts them as the child grows. Repairs are "
        + "done on site where possible.",
      ["E3"], ["ot"], ["health"], "children with physical disabilities", 1...19, "checked every six months", 30...90),
    ProvisionPlan(
      "Adapting the family home",
      "A council therapist visits, writes down what is needed and follows the grant through to the finished "
        + "bathroom, ramp or hoist. It takes about nine months in all.",
      ["E3"], ["ot"], ["authority", "social-care"], "disabled children at home", 0...25, "as needed", 20...60),
    ProvisionPlan(
      "Workshop and studio ready on the first day",
      "Before the course begins, a new student tries the workshop, kitchen or studio with a therapist. Bench, "
        + "tools and software are in place when term starts.",
      ["E3"], ["ot"], ["college", "health", "independent"], "students with physical or sensory needs", 16...25,
      "each summer", 5...18),
  ]

  private static let occupationalForStaff: [ProvisionPlan] = [
    ProvisionPlan(
      "Half an hour on sensory needs",
      "A talk over lunch for all staff on noise, touch and movement, and on the signs that somebody has had "
        + "enough. Given twice, so that part-time staff can come.",
      ["W1"], ["ot"], ["school", "college", "early-years"], "all staff", 2...19, "once a term", 60...500),
    ProvisionPlan(
      "Coordination difficulties: an evening for coaches",
      "Coaches and club leaders learn to give instructions in steps and to change games so that nobody is "
        + "always last. A young person tells what it was like for them.",
      ["W1"], ["ot"], ["voluntary", "authority", "parents"], "coaches and club leaders", 6...18, "twice a year",
      50...180),
    ProvisionPlan(
      "Practice mornings for key persons",
      "Key persons of children with delayed movement try out games, positions and equipment with a therapist. "
        + "They come back six weeks later and tell how it went.",
      ["W2"], ["ot"], ["early-years", "health", "authority"], "children who are late to sit, walk or grasp", 0...5,
      "each term", 15...45),
    ProvisionPlan(
      "Typing and note-taking: training for support staff",
      "Learning support staff learn to teach typing, note-taking and planning to those whose handwriting holds "
        + "them back, and how to ask for exam arrangements.",
      ["W2"], ["ot"], ["school", "college", "independent"], "pupils and students with slow handwriting", 9...19,
      "one course a year", 20...80),
    ProvisionPlan(
      "Hoist and transfer training for one pupil’s team",
      "Everybody who helps one pupil to transfer, wash or change is trained with that pupil and their own "
        + "equipment. Nobody helps alone until the therapist has signed.",
      ["W3"], ["ot"], ["health", "social-care"], "the staff around one child", 3...19, "before the start, then yearly",
      6...20),
  ]

  private static let occupationalForChildren: [ProvisionPlan] = [
    ProvisionPlan(
      "Run, hop, catch and cut",
      "Over two weeks of ordinary lessons Reception teachers watch how each child moves, catches, draws and "
        + "cuts. They mark a simple sheet and talk about it at parents’ evening.",
      ["ID1"], ["ot"], ["school"], "all children in Reception", 4...5, "each October", 30...90),
    ProvisionPlan(
      "Hands and movement at nine months",
      "Health visitors and nursery staff look at how babies sit, reach and grasp, and ring the therapy team on "
        + "the same day if they are unsure.",
      ["ID1"], ["ot"], ["health", "early-years"], "all babies", 0...1, "all year", 150...700),
    ProvisionPlan(
      "Send a film, get an answer",
      "Parents and staff send a short film of what is hard for the child, with one page of background. A "
        + "therapist answers within ten working days with advice or an appointment.",
      ["ID2"], ["ot"], ["health"], "children who struggle with everyday tasks", 3...16, "all year", 70...200),
    ProvisionPlan(
      "Sensory questionnaire at home and at school",
      "One form is filled in with the parents and one with the class teacher. A trained member of staff "
        + "compares the two, and all agree on three things to try.",
      ["ID2"], ["ot"], ["school", "early-years", "independent", "authority"],
      "children who seem distressed by their surroundings", 3...14, "as needed", 10...40),
    ProvisionPlan(
      "Assessment of coordination difficulties",
      "A doctor and an occupational therapist see the child together and look at balance, hands and daily "
        + "tasks. The usual wait is seven months from referral.",
      ["ID3"], ["ot"], ["health", "independent"], "children who are much clumsier than others of their age", 5...16,
      "one long appointment", 30...80),
    ProvisionPlan(
      "Cooking, washing and ironing",
      "All learners plan a meal, shop for it, cook it and clean up, and learn to run a washing machine. Those "
        + "who need pictures, jigs or special knives have them.",
      ["IN1"], ["ot"], ["college", "school", "social-care"], "all learners", 14...25, "weekly", 15...90),
    ProvisionPlan(
      "Learning to ride a bicycle",
      "Children start in a hall on low bicycles without pedals and move on to the yard when they are ready. "
        + "Parents run beside them and can borrow a bicycle.",
      ["IN2"], ["ot"], ["voluntary", "parents", "independent"], "children with poor balance or coordination", 6...12,
      "six Saturdays, twice a year", 16...40),
    ProvisionPlan(
      "Travel training",
      "A trainer practises one journey with one young person, first side by side, then a few steps behind, "
        + "until they can go alone. Most need about five weeks.",
      ["IN2"], ["ot"], ["authority", "college", "social-care", "voluntary", "school"],
      "young people who have never travelled alone", 11...25, "daily until it works", 15...45),
    ProvisionPlan(
      "Therapy block for daily tasks",
      "Six sessions at home or at school on goals that the child chose, such as laces, cutlery, hair or "
        + "packing a bag. The parent or an assistant carries on between sessions.",
      ["IN3"], ["ot"], ["health", "independent"], "children whose daily tasks depend on others", 5...16,
      "weekly for six weeks", 30...90),
    ProvisionPlan(
      "Therapists in the specialist nursery",
      "Therapists for movement, hands and speech work in the room beside the nursery staff, so that exercises "
        + "become part of play, snack and changing.",
      ["IN3"], ["ot", "slcn"], ["early-years", "health"], "children with complex needs", 2...5, "two mornings a week",
      12...24),
  ]
}
