extension ProvisionPlan {
  /// Speech, language and communication: what is there for families, places and staff.
  static let speechAround: [ProvisionPlan] = speechForFamilies + speechInPlaces + speechForStaff

  private static let speechForFamilies: [ProvisionPlan] = [
    ProvisionPlan(
      "Rhyme and story mornings",
      "Songs, rhymes and picture books for babies and toddlers with their parents. A worker is there to answer "
        + "questions about talking. No booking, no charge.",
      ["FS1"], ["slcn"], ["early-years", "voluntary", "authority", "parents"],
      "babies and toddlers with their parents", 0...3, "weekly in term time", 40...160),
    ProvisionPlan(
      "Language at home: sheets for each topic",
      "With every new topic we send home one sheet with six words, a picture and two questions for the walk "
        + "home. Parents who read little English get it as a voice message.",
      ["FS1"], ["slcn"], ["school", "early-years"], "all families", 3...11, "every half-term", 60...400),
    ProvisionPlan(
      "Parents’ group on stammering",
      "Parents learn with a therapist how to respond when their child stammers, and practise at home from one "
        + "meeting to the next. Five evenings in a small group.",
      ["FS2"], ["slcn"], ["health", "voluntary", "independent"], "parents of children who stammer", 3...9,
      "three courses a year", 18...40),
    ProvisionPlan(
      "Home visits for late talkers",
      "A worker visits six times, plays with parent and child and leaves a bag of toys and ideas for the week. "
        + "Offered when the check at two raises a question.",
      ["FS2", "IN2"], ["slcn"], ["early-years", "authority", "voluntary", "social-care"],
      "two-year-olds who say few words", 2...3, "weekly for six weeks", 30...80),
    ProvisionPlan(
      "Coffee mornings on language needs",
      "Parents of children with language needs meet over coffee, with a member of staff to ask. Each time "
        + "there is one topic, such as homework, friendships or the next class.",
      ["FS2"], ["slcn"], ["school", "parents"], "parents of children who get extra help with language", 4...11,
      "once every half-term", 12...30),
    ProvisionPlan(
      "Phone line for families who wait",
      "Two parents who have been through it take calls from families on the waiting list. They explain "
        + "letters, say what can be tried meanwhile and ring back within the week.",
      ["FS2"], ["slcn"], ["parents", "voluntary"], "families who wait for speech and language therapy", 0...16,
      "two mornings a week", 50...140),
    ProvisionPlan(
      "Safe eating and drinking at home",
      "A therapist and a children’s nurse agree with the parents how a child with swallowing difficulties is "
        + "fed. It is written on one page for everybody who gives the child a meal.",
      ["FS3"], ["slcn"], ["health"], "families of children who cannot swallow safely", 0...18, "at least twice a year",
      12...40),
    ProvisionPlan(
      "Family signing days",
      "Families with a deaf child or a child who signs learn together: adults in one room, children in "
        + "another, then lunch for all. The teachers are deaf themselves.",
      ["FS3"], ["slcn"], ["voluntary", "parents", "authority"], "families of children who sign", 0...16,
      "monthly, on a Saturday", 15...45),
  ]

  private static let speechInPlaces: [ProvisionPlan] = [
    ProvisionPlan(
      "One set of symbols for the whole site",
      "We use the same symbols in every room, on letters home and on the website. In September somebody walks "
        + "round and replaces what is missing.",
      ["E1"], ["slcn"], ["school", "early-years", "college"], "everybody here", 2...19, "all year", 60...600),
    ProvisionPlan(
      "Plain letters and web pages",
      "Letters, reports and web pages are read by a small group of parents and young people before they go "
        + "out. Long sentences and unexplained abbreviations come back to us.",
      ["E1"], ["slcn"], ["authority", "college", "health", "social-care", "voluntary", "school"],
      "all families and young people", 0...25, "all year", 200...900),
    ProvisionPlan(
      "Small tables and talk at mealtimes",
      "Children eat in sixes with an adult who sits down, eats the same food and chats with them. The radio "
        + "stays off, and everybody chooses from pictures.",
      ["E1"], ["slcn"], ["early-years", "school"], "all children", 1...7, "every day", 30...180),
    ProvisionPlan(
      "Dens for talking",
      "Each room has a small den for two or three children with a basket of things to talk about. Staff note "
        + "who never goes in, and invite them.",
      ["E2"], ["slcn"], ["early-years", "school"], "quiet children and those with few words", 2...5, "every day",
      12...40),
    ProvisionPlan(
      "Task strips and picture timetables",
      "Pupils who lose track of instructions have the steps of the task in pictures or key words before them. "
        + "Teachers make the strips from a shared folder and change them with each topic.",
      ["E2"], ["slcn"], ["school", "college"], "pupils and students with language needs", 5...19, "in every lesson",
      10...45),
    ProvisionPlan(
      "Board games at lunch",
      "A room where those who find conversation hard can play cards and board games with one or two others. A "
        + "member of staff plays too, and each may bring somebody along.",
      ["E2"], ["slcn", "mental-health"], ["school", "college", "voluntary"],
      "children and young people who find small talk hard", 7...18, "three lunchtimes a week", 10...35),
    ProvisionPlan(
      "Setting up and mending communication aids",
      "A technician and a therapist order, set up and mend aids for children who do not speak. Home, school "
        + "and short breaks all use the same pages.",
      ["E3"], ["slcn"], ["health", "independent"], "children who talk with an aid", 3...25, "as needed", 15...50),
    ProvisionPlan(
      "Communication passports",
      "Each child who does not speak has a booklet that shows how they say yes, no, enough and ouch. It is "
        + "written with the family and travels with the child to school, respite and hospital.",
      ["E3"], ["slcn"], ["school", "social-care", "voluntary", "early-years"], "children who do not speak", 3...25,
      "renewed every year", 8...30),
    ProvisionPlan(
      "Hearing technology in the classroom",
      "A teacher of the deaf sets up radio aids, shows staff and classmates how they work and comes back to "
        + "test them. Spare batteries and leads are kept at the office.",
      ["E3"], ["slcn"], ["authority", "health"], "deaf children in ordinary schools and nurseries", 3...18,
      "once every half-term", 20...60),
  ]

  private static let speechForStaff: [ProvisionPlan] = [
    ProvisionPlan(
      "First-month training on language",
      "Everybody who starts here, kitchen and office included, has an hour on how language develops and how to "
        + "talk with someone who is hard to understand.",
      ["W1"], ["slcn"], ["school", "early-years", "college", "social-care"], "all new staff", 2...19,
      "each September and January", 60...400),
    ProvisionPlan(
      "Short online course on communication needs",
      "Three parts of twenty minutes with films from local nurseries and schools, and a few questions at the "
        + "end. Free for anybody who works or volunteers with children.",
      ["W1"], ["slcn"], ["health", "authority", "voluntary"], "anybody who works with children", 0...25,
      "open all year", 300...1500),
    ProvisionPlan(
      "Coaching for assistants who lead language groups",
      "Assistants are watched while they lead a group, and talk it over afterwards. New ones sit in on three "
        + "sessions before they lead one of their own.",
      ["W2"], ["slcn"], ["school", "health", "independent"], "assistants in infant and junior classes", 4...11,
      "once every half-term", 20...70),
    ProvisionPlan(
      "Film mornings for nursery staff",
      "Nursery staff bring five minutes of film of themselves at play with a child. In a group of four they "
        + "pick one thing to do more of, with a therapist to help them look.",
      ["W2"], ["slcn"], ["early-years", "health", "authority"], "staff who work with children with few words", 1...5,
      "monthly", 25...80),
    ProvisionPlan(
      "Key words in every subject",
      "One teacher of each department is trained to choose the words of a unit, teach them and check that they "
        + "stuck. They compare notes after each unit.",
      ["W2"], ["slcn"], ["school", "college"], "pupils and students with a small vocabulary", 11...18, "twice a term",
      60...300),
    ProvisionPlan(
      "Team training for a child who does not speak",
      "Everybody who meets the child in the week, driver and lunchtime staff too, learns the child’s own signs "
        + "and symbols. Two sessions before the start, then one a term.",
      ["W3"], ["slcn"], ["health", "independent", "school", "voluntary"], "the staff around one child", 3...19,
      "two sessions, then termly", 4...14),
    ProvisionPlan(
      "Peer supervision for specialist therapists",
      "Therapists who work with stammering, hearing loss or swallowing discuss cases and watch one another’s "
        + "work. Those who work on their own are invited too.",
      ["W3"], ["slcn"], ["health", "independent"], "therapists", 0...25, "every six weeks", 80...250),
  ]
}
