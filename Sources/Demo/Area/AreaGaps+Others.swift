extension GapPlan {
  /// What fewer would name.
  static let others: [GapPlan] = laterGaps + rareGaps

  private static let laterGaps: [GapPlan] = [
    GapPlan(
      "From children’s to adult mental health services",
      "At eighteen a young person goes to the bottom of a new list, with new people and other rules. Some are "
        + "told only in the last week.",
      ["IN3"], ["mental-health"], ["college", "health", "social-care", "voluntary"], "young people in treatment",
      17...19, 8...40,
      "Many give up between the two, often just when they leave home.",
      "Six months in which both services see the young person together."),
    GapPlan(
      "No quiet space in an old building",
      "Every room is a classroom, and the corridor is where people are sent to calm down. There is no money "
        + "for building.",
      ["E1", "E2"], ["ot", "mental-health"], ["school", "college"],
      "children and young people who are easily overwhelmed", 4...18, 8...40,
      "Those who need ten minutes of quiet go home instead.",
      "A small grant for a cabin or for dividing a room."),
    GapPlan(
      "Missed checks at two",
      "About one child in five is not seen at two: families who move, who work or who do not open brown envelopes.",
      ["ID1"], ["slcn"], ["early-years", "health", "authority"], "two-year-olds who were not seen", 2...3, 30...250,
      "Late talkers are first noticed at school.",
      "Checks at nursery and at the weekend, and a list of who was not seen."),
    GapPlan(
      "New to English, or a language need?",
      "Nobody can say whether a child who is new to the country is learning English as expected or has "
        + "difficulties in every language.",
      ["ID1", "ID2"], ["slcn"], ["school", "authority", "voluntary"], "children who have come from abroad", 3...14,
      8...50,
      "Some children wait for years for help, others get help that they do not need.",
      "Somebody who can assess in the home language, and a short guide for schools."),
    GapPlan(
      "Children who are not in school get nothing",
      "Almost all help is given at school. Those who cannot go in, or are taught at home, have neither group "
        + "nor counsellor.",
      ["IN2", "IN3"], ["mental-health", "slcn"], ["parents", "authority", "school", "voluntary"],
      "children and young people out of school", 5...16, 10...90,
      "Parents leave their jobs, and young people see nobody of their age for months.",
      "Help that can be had at home, online or at a youth club."),
    GapPlan(
      "Fathers and grandparents left out",
      "Letters, groups and leaflets are written for mothers. Grandparents who bring children up are told that "
        + "they cannot sign.",
      ["FS1"], ["slcn", "mental-health"], ["voluntary", "early-years", "authority", "parents"],
      "fathers and grandparents who care for a child", 0...12, 10...80,
      "The people who spend most time with the child do not know what was agreed.",
      "Invitations by name for everybody who looks after the child, and a group for grandparents."),
    GapPlan(
      "No help for teenagers who stammer",
      "The one therapist for stammering sees children up to eleven. Teenagers are offered a leaflet.",
      ["IN3"], ["slcn"], ["school", "college", "health", "parents"], "teenagers who stammer", 11...19, 4...25,
      "They avoid oral exams, interviews and the telephone.",
      "A group for the whole area, online if need be, and one therapist trained for it."),
    GapPlan(
      "One person in the area for swallowing",
      "A single therapist is trained to assess swallowing. When she is away, children wait or go to hospital.",
      ["W3"], ["slcn"], ["health", "early-years", "social-care"], "children who cannot swallow safely", 0...18, 5...30,
      "Nurseries and short breaks turn children down because nobody can say what is safe.",
      "A second trained therapist, and a call with the hospital on set days."),
    GapPlan(
      "Communication aids break and stay broken",
      "Repairs take six weeks and there is nothing to lend. Out of warranty, nobody agrees who pays.",
      ["E3"], ["slcn"], ["school", "parents", "health", "independent"], "children who talk with an aid", 3...25,
      3...20,
      "A child is without a voice for half a term.",
      "Four spare aids for the area, and one budget for repairs."),
    GapPlan(
      "Slow handwriting in the upper years",
      "Pupils who cannot write fast enough find out in the mock exams. There is nobody to teach typing, and "
        + "laptops are short.",
      ["ID1", "IN2"], ["ot"], ["school", "college"], "pupils with slow or painful handwriting", 11...18, 6...40,
      "Marks show how fast they write and not what they know.",
      "A check in Year 7, and typing lessons for those who need them."),
  ]

  private static let rareGaps: [GapPlan] = [
    GapPlan(
      "Adaptations at home take more than a year",
      "Between the visit, the grant and the builder a year and a half may pass, and renting families need the "
        + "landlord’s word too.",
      ["E3"], ["ot"], ["social-care", "authority", "parents", "health"], "disabled children at home", 3...18, 5...35,
      "Parents carry teenagers upstairs, and both get hurt.",
      "One officer who sees each case through, and simple jobs done from stock."),
    GapPlan(
      "Nowhere to change an older child in town",
      "There is no toilet with a bench and a hoist in the centre, the parks or the leisure centre.",
      ["E1"], ["ot"], ["parents", "voluntary", "authority"], "disabled children and young people", 4...25, 20...120,
      "Families stay at home, or change their child on the floor.",
      "One in the centre and one at the coast, open at weekends."),
    GapPlan(
      "Brothers, sisters and young carers",
      "Everything is for the child with the diagnosis. Nobody asks the others how they are, or what they do at home.",
      ["FS2", "IN2"], ["mental-health"], ["voluntary", "school", "social-care", "parents"],
      "brothers, sisters and young carers", 6...18, 10...70,
      "They are tired in class and keep worries to themselves.",
      "A monthly group, and one question about brothers and sisters in every assessment."),
    GapPlan(
      "Children in care lose their place on the list",
      "When a child in care moves, the referral is closed and begins again at the new address.",
      ["ID3", "IN3"], ["mental-health", "slcn"], ["social-care", "authority", "health"], "children in care", 2...18,
      8...40,
      "Those who move most get least, and no report is ever finished.",
      "Keep the date of the first referral wherever the child lives."),
    GapPlan(
      "Clubs and holiday schemes that say no",
      "Clubs turn children down because of toileting, running off or hitting. Nobody advises the leaders, and "
        + "one-to-one costs more than they have.",
      ["W1", "E2"], ["ot", "slcn"], ["parents", "voluntary", "authority"],
      "disabled children after school and in the holidays", 5...16, 15...100,
      "Parents cannot work in the holidays, and children lose what they learnt in term.",
      "A small fund for helpers, and training before the summer."),
    GapPlan(
      "Mental health of the under-fives",
      "All services begin at five. For small children who do not sleep, play or part from their parents there "
        + "is only the general parenting course.",
      ["ID2", "IN2"], ["mental-health"], ["early-years", "health", "authority"],
      "children under five with distress that lasts", 0...4, 10...80,
      "Nurseries shorten children’s days, and troubles between parent and child settle in.",
      "A small team for babies and toddlers with their parents."),
    GapPlan(
      "Nobody supports those who listen",
      "Mentors and tutors hear about self-harm and loss every week and have nobody to talk it through with.",
      ["W2"], ["mental-health"], ["school", "college"], "young people who confide in staff", 8...19, 20...150,
      "Good people fall ill or leave.",
      "A group once a month with somebody trained, in working hours."),
    GapPlan(
      "Childminders and small providers left out of training",
      "Invitations go to schools and large nurseries. Those who work alone hear of courses when they are full.",
      ["W1"], ["slcn", "ot"], ["early-years", "independent", "authority"],
      "children with childminders and in small settings", 0...5, 15...120,
      "Children with the same need get very different help, depending on who looks after them.",
      "One list for everybody, evening dates and a place held back for small providers."),
    GapPlan(
      "Nobody knows which groups work",
      "Each school buys or makes its own groups and counts in its own way, or does not count at all.",
      ["IN2"], ["slcn", "mental-health"], ["health", "authority", "school"], "children in small groups", 4...16,
      30...200,
      "Groups run for years out of habit, and good ones stay unknown.",
      "Three measures that all agree on, and an afternoon a year to compare."),
    GapPlan(
      "A new school, and everything begins again",
      "Plans, symbols and equipment do not move up with the child. The new staff start with a fresh assessment "
        + "in October.",
      ["E2", "W3"], ["slcn", "ot"], ["school", "parents", "early-years"], "children who change school", 4...12,
      10...60,
      "Pupils lose the first term, and parents explain it all once more.",
      "A meeting in May with both schools, and equipment that moves in August."),
  ]
}
