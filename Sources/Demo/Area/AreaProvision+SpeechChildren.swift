extension ProvisionPlan {
  /// Speech, language and communication: how needs are found, and what children get.
  static let speechForChildren: [ProvisionPlan] = speechIdentification + speechIntervention

  private static let speechIdentification: [ProvisionPlan] = [
    ProvisionPlan(
      "Joint check at two",
      "Nursery and health visitor see each two-year-old together with a parent. They ask about words, "
        + "understanding and play, and the parent keeps the sheet.",
      ["ID1"], ["slcn"], ["early-years", "health"], "all two-year-olds", 2...3, "all year", 90...400),
    ProvisionPlan(
      "Picture-book check for every child",
      "In their first six weeks all children look at a picture book with an adult they know, who marks ten "
        + "things on a class sheet. The lowest group is looked at again after Christmas.",
      ["ID1"], ["slcn"], ["school", "early-years"], "all children who are new", 3...5, "each autumn", 30...90),
    ProvisionPlan(
      "What most children say and understand",
      "Posters for waiting rooms and cards for parents show what to look for at each age and whom to ring. In "
        + "seven languages, and read aloud on our website.",
      ["ID1", "FS1"], ["slcn"], ["health", "authority", "voluntary"], "all families with young children", 0...5,
      "all year", 500...2000),
    ProvisionPlan(
      "Open clinic for speech and language",
      "Parents bring a child without a referral and have twenty minutes with a therapist. They leave with "
        + "advice, or with a referral already made.",
      ["ID2"], ["slcn"], ["health", "early-years", "independent"], "children whose parents have a question", 0...5,
      "two mornings a month", 60...180),
    ProvisionPlan(
      "Spoken language test in Year 7",
      "New pupils who read poorly, or whose primary school was worried, take a spoken language test. Their "
        + "teachers get one page on what to do in lessons.",
      ["ID2"], ["slcn"], ["school"], "pupils in Year 7 with low reading scores", 11...12, "each autumn", 20...60),
    ProvisionPlan(
      "Bookable half-hours for SENCOs",
      "SENCOs and nursery leaders book half an hour to talk about a child without giving the name. They are "
        + "told whether to wait, to try something or to refer.",
      ["ID2"], ["slcn", "ot"], ["health", "authority"], "SENCOs and nursery leaders", 2...16, "fortnightly", 60...150),
    ProvisionPlan(
      "Language check for young people in care",
      "Young people who come into care or to the youth justice team have their understanding of language "
        + "checked. Their worker gets tips for interviews and meetings.",
      ["ID2"], ["slcn"], ["social-care", "authority", "health"], "young people in care or in trouble", 10...18,
      "within six weeks of coming in", 20...60),
    ProvisionPlan(
      "Assessment of severe speech difficulties",
      "Two or three appointments with a specialist therapist, at the clinic in {place} or at school, then a "
        + "meeting with family and teacher. The usual wait is five months.",
      ["ID3"], ["slcn"], ["health", "independent"], "children whom strangers cannot understand", 3...11,
      "two or three appointments", 30...90),
    ProvisionPlan(
      "Shared assessment of language and learning",
      "A therapist, an educational psychologist and a specialist teacher see the child on the same day at "
        + "school and write one report. For children whose difficulties nobody can explain.",
      ["ID3"], ["slcn"], ["authority", "health"], "children who make little progress in spite of help", 5...16,
      "two days a month", 16...40),
    ProvisionPlan(
      "Trying out communication aids",
      "A speech therapist and an occupational therapist see the child together and try several aids over a "
        + "month, at home and at school. The report says what to buy and who pays.",
      ["ID3"], ["slcn", "ot"], ["health", "independent"], "children who may need a communication aid", 3...25,
      "over one month", 10...24),
  ]

  private static let speechIntervention: [ProvisionPlan] = [
    ProvisionPlan(
      "Rhyme of the week",
      "One rhyme is sung in every room all week, acted out with props and sent home on a slip. Children who "
        + "join in little have a turn with an adult and one friend.",
      ["IN1"], ["slcn"], ["early-years"], "all children", 0...4, "every day", 30...110),
    ProvisionPlan(
      "Talk first, then write",
      "Pupils say their answer to a partner before they write it, with sentence starters on the wall. All "
        + "teachers do it, in all subjects, and visitors ask pupils about it.",
      ["IN1"], ["slcn"], ["school", "college"], "all pupils and students", 5...18, "in every lesson", 120...900),
    ProvisionPlan(
      "Drama club with a part for everybody",
      "Children and young people make a short play together, with parts for those who say little or use an "
        + "aid. Families see it at the end of term.",
      ["IN1"], ["slcn", "mental-health"], ["voluntary", "parents", "college", "school"],
      "anybody who would like to come", 7...18, "weekly in term time", 20...60),
    ProvisionPlan(
      "Infant language groups",
      "Three or four children listen, describe and tell a story with a trained assistant. Each child is "
        + "checked at the start, at the end and a term later.",
      ["IN2"], ["slcn"], ["school", "independent"], "children who speak in short sentences", 4...7,
      "twice a week for fifteen weeks", 12...36),
    ProvisionPlan(
      "Building together with bricks",
      "Three children build one model: the first describes, the second finds the bricks, the third builds. It "
        + "gives practice in taking turns and asking for help.",
      ["IN2"], ["slcn"], ["school", "voluntary", "independent"], "children who find playing with others hard", 6...14,
      "weekly for two terms", 9...30),
    ProvisionPlan(
      "Conversation practice for students",
      "Students practise small talk, telephone calls and interviews with one another, then in the café and on "
        + "work experience. Led by a learning support tutor.",
      ["IN2"], ["slcn"], ["college", "voluntary"], "students who find conversation hard", 16...25, "weekly", 10...30),
    ProvisionPlan(
      "Therapy for children who stammer",
      "Sessions one to one, with parents in the room for the younger ones. Teenagers can choose to meet in "
        + "twos and can ring their therapist before an oral exam.",
      ["IN3"], ["slcn"], ["health", "independent"], "children and young people who stammer", 4...18,
      "weekly, in blocks of six", 20...55),
    ProvisionPlan(
      "Language base",
      "Children with a severe language disorder have places in a base and join ordinary classes for part of "
        + "the day. A therapist works there for three days a week.",
      ["IN3"], ["slcn"], ["school", "health"], "children with a severe language disorder", 4...11, "every day",
      10...16),
  ]
}
