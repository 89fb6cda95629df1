/// What families of the demonstration say in its survey.
struct VoicePlan {
  /// As whom: `parent`, `young person` or `other`.
  let who: String
  /// The key of its strand; nil: they did not say.
  let strand: String?
  /// Any of the three may be empty, but not all.
  let works: String
  let barrier: String
  let wish: String
  /// Whether it raises a worry about a child's safety, which a moderator must pass on.
  let isWorry: Bool

  init(
    _ who: String, _ strand: String?, works: String = "", barrier: String = "", wish: String = "", isWorry: Bool = false
  ) {
    self.who = who
    self.strand = strand
    self.works = works
    self.barrier = barrier
    self.wish = wish
    self.isWorry = isWorry
  }
}

extension VoicePlan {
  static let all: [VoicePlan] = parentsOnHelp + parentsOnPlaces + youngPeople + others

  private static let parentsOnHelp: [VoicePlan] = [
    VoicePlan(
      "parent", "family-support",
      works:
        "The woman at the family hub rang me back the same day. First person who didn’t make me feel I was fussing.",
      barrier: "You have to know the right words to get anything. I didn’t know them for two years."),
    VoicePlan(
      "parent", "family-support",
      barrier:
        "We both work shifts and every course is at ten in the morning. I have used all my leave on appointments.",
      wish: "One evening a month. I would come with a sandwich in my hand."),
    VoicePlan(
      "parent", "family-support",
      works: "Other parents. Honestly, an hour with them is worth more than any leaflet.",
      barrier: "Nobody tells you the group exists until you are already on your knees.",
      wish: "Give every family the list on the day of the diagnosis."),
    VoicePlan(
      "parent", "family-support",
      barrier: "My wife gets all the letters. I only hear what is left when she is too tired to talk.",
      wish: "Write to both of us. I want to do it right too."),
    VoicePlan(
      "parent", "family-support",
      barrier:
        "I need somebody who speaks my language in the meeting. My daughter is twelve and she translates about "
        + "her own brother.",
      wish: "An interpreter who comes, every time."),
    VoicePlan(
      "parent", "identification",
      works: "Nursery spotted it before I did and told me kindly.",
      barrier:
        "We have been on the list for thirteen months. When I ring they say we have not been forgotten, and "
        + "that is all they say.",
      wish: "Tell us a date, even a bad one."),
    VoicePlan(
      "parent", "identification",
      barrier: "“He’ll grow out of it.” I heard that from four different people. He didn’t.",
      wish: "Please believe mothers the first time."),
    VoicePlan(
      "parent", "identification",
      barrier: "The report uses words I had to look up and then it stops. What do I do on a Tuesday at bath time?",
      wish: "Somebody to sit down with me and go through it once."),
    VoicePlan(
      "parent", "identification",
      works:
        "We saw three people on one day in one room and I only had to say it all once. That was the best day "
        + "of the whole two years."),
    VoicePlan(
      "parent", "intervention",
      works: "Six weeks of therapy and my child asked for a drink in words. I cried in the car.",
      barrier: "Then it was six months until the next block and we lost half of it.",
      wish: "Shorter gaps. Even a phone call would do."),
    VoicePlan(
      "parent", "intervention",
      works: "The assistant does the exercises with him every day after register and never skips. She is worth gold.",
      barrier: "She is on a contract until July."),
    VoicePlan(
      "parent", "intervention",
      barrier:
        "We live at the end of the bus line. By the time we are there my son has used up everything he had for "
        + "the day.",
      wish: "Come to us now and then, to the village hall or the school."),
    VoicePlan(
      "parent", "intervention",
      barrier:
        "My daughter stopped going to school in November and with that all her help stopped. It is as if she "
        + "had moved away.",
      wish: "Help that comes to the house."),
  ]

  private static let parentsOnPlaces: [VoicePlan] = [
    VoicePlan(
      "parent", "environment",
      works: "They let her come in by the side door ten minutes early. It cost nothing and it changed our mornings."),
    VoicePlan(
      "parent", "environment",
      barrier: "The chair came after nine months and he had grown out of it.",
      wish: "Measure and order in the same month."),
    VoicePlan(
      "parent", "environment",
      works: "Relaxed swimming on Sundays. Nobody stares and nobody tuts.",
      barrier: "It is one hour a week and always full."),
    VoicePlan(
      "parent", "environment",
      barrier: "The school is all echo. He comes home and lies under his bed until tea.",
      wish: "Carpets, curtains and one room with a door."),
    VoicePlan(
      "parent", "workforce",
      works: "One teacher really got it. She asked us what works at home and then did it.",
      barrier: "Next September we started from zero.",
      wish: "Let the old teacher talk to the new one, in paid time."),
    VoicePlan(
      "parent", "workforce",
      barrier: "Every term a new face. I have written the same page about my child five times."),
    VoicePlan(
      "parent", nil,
      barrier: "I fill in forms at midnight because there is no other time. Some ask the same thing three times.",
      wish: "One form. One person to ring. That’s it."),
    VoicePlan(
      "parent", nil,
      works: "People are kind nearly everywhere. It isn’t the people.",
      barrier: "There are too few of them and they are all part-time."),
    VoicePlan(
      "parent", nil,
      barrier: "We paid for a private report because we couldn’t wait, and now we’re told it doesn’t count.",
      wish: "Say clearly which reports you accept before people spend their savings."),
  ]

  private static let youngPeople: [VoicePlan] = [
    VoicePlan(
      "young person", "environment",
      works: "The library at lunch. You can just be there.",
      barrier: "Corridors between lessons. It is like being in a washing machine.",
      wish: "Let us leave two minutes early without having to show a card."),
    VoicePlan(
      "young person", "environment",
      barrier: "They gave me a laptop and then half the teachers told me to put it away.",
      wish: "Tell ALL the teachers."),
    VoicePlan(
      "young person", "workforce",
      works: "My form tutor says things in short sentences and waits. Most people don’t wait.",
      barrier: "Teachers think I’m rude when I haven’t understood the question."),
    VoicePlan(
      "young person", "workforce",
      barrier: "Cover teachers never know about me. I have to explain it in front of everyone.",
      wish: "A note that they actually read."),
    VoicePlan(
      "young person", "identification",
      barrier: "No one noticed I couldn’t follow because I’m quiet. They noticed the loud ones.",
      wish: "Ask the quiet people too."),
    VoicePlan(
      "young person", "intervention",
      works: "My counsellor doesn’t look shocked at anything.",
      barrier: "I had to get really bad first before I was allowed to see her.",
      wish: "Let people come before it’s bad."),
    VoicePlan(
      "young person", "intervention",
      barrier: "My speech group is with little kids and has pictures of farm animals. I’m fourteen.",
      wish: "A group with people my age, about stuff we talk about."),
    VoicePlan(
      "young person", "intervention",
      works: "Travel training. I go to college on the bus on my own now.",
      wish: "The same for going to the doctor’s and the bank."),
    VoicePlan(
      "young person", "family-support",
      barrier: "My mum does everything and she’s tired. Nobody asks her and nobody asks my sister.",
      wish: "Someone to take over for one day so they can go out."),
    VoicePlan(
      "young person", nil,
      barrier: "At eighteen you get a letter saying goodbye. I’d known that nurse since I was nine.",
      wish: "Let me meet the new people before the old ones go."),
    VoicePlan(
      "young person", nil,
      barrier: "Some days I don’t feel safe going home. I don’t know who I could tell without it getting worse.",
      isWorry: true),
  ]

  private static let others: [VoicePlan] = [
    VoicePlan(
      "other", "family-support",
      works: "Our grandparents’ morning. We laugh, and then somebody says what it is really like.",
      barrier: "I bring up my grandson and am asked at every desk where his mother is.",
      wish: "Ask who looks after the child, and then talk to that person."),
    VoicePlan(
      "other", "workforce",
      barrier:
        "I drive the school minibus. I am with the children for an hour and a half a day and have never been "
        + "told what helps them.",
      wish: "Put us on the training list."),
    VoicePlan(
      "other", nil,
      barrier:
        "I help at a club, and there is one child I cannot stop thinking about. Something at home is not "
        + "right, and I was never told whom to ring.",
      wish: "A number on the wall for people like me.",
      isWorry: true),
  ]
}
