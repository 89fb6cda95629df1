/// Something that organisations of the demonstration miss.
struct GapPlan {
  let title: String
  let description: String
  /// Short names of cells, as in `ProvisionPlan`.
  let cells: [String]
  let specialisms: [String]
  /// Who would say it.
  let sectors: [String]
  let audience: String
  let ages: ClosedRange<Int>
  /// Children whom it touches.
  let affected: ClosedRange<Int>
  let effect: String
  let suggestion: String

  init(
    _ title: String, _ description: String, _ cells: [String], _ specialisms: [String], _ sectors: [String],
    _ audience: String, _ ages: ClosedRange<Int>, _ affected: ClosedRange<Int>, _ effect: String, _ suggestion: String
  ) {
    self.title = title
    self.description = description
    self.cells = cells
    self.specialisms = specialisms
    self.sectors = sectors
    self.audience = audience
    self.ages = ages
    self.affected = affected
    self.effect = effect
    self.suggestion = suggestion
  }
}

extension GapPlan {
  /// Those that many would name come first.
  static let all: [GapPlan] = waits + everyday + others

  private static let waits: [GapPlan] = [
    GapPlan(
      "Long waits for speech and language therapy",
      "Children wait eight to fourteen months from referral to the first appointment. Until then nobody tells "
        + "family or staff what to do.",
      ["ID3", "IN3"], ["slcn"], ["school", "early-years", "health", "parents", "voluntary"],
      "children who have been referred", 2...11, 20...120,
      "Children start school without being understood, and some give up trying.",
      "A first call within four weeks, with advice to use while the family waits."),
    GapPlan(
      "Long waits for occupational therapy",
      "The wait for a first appointment has passed a year, and letters only say that the child is on the list.",
      ["ID3"], ["ot"], ["school", "health", "parents", "early-years", "independent"],
      "children who struggle with everyday tasks", 3...16, 15...90,
      "Children fall behind with dressing, writing and eating, and parents pay for private reports.",
      "More therapy assistants, and a clinic where questions can be settled in one visit."),
    GapPlan(
      "Months until a mental health assessment",
      "Those who are accepted wait four months or longer, and those who are turned down wait just as long to "
        + "hear it.",
      ["ID3", "IN3"], ["mental-health"], ["school", "college", "parents", "voluntary", "social-care", "health"],
      "young people with serious worries", 8...18, 20...150,
      "Young people stop going to school while they wait, and it is harder to get them back.",
      "An answer within two weeks, and somebody to ring in the meantime."),
    GapPlan(
      "Nothing after the diagnosis",
      "Families get a report and a list of websites. Nobody comes back to them to talk about what it means for "
        + "the next year.",
      ["FS2", "FS3"], ["slcn", "mental-health"], ["parents", "voluntary", "school", "health"],
      "families with a new diagnosis", 2...18, 15...80,
      "Parents read on their own at night and come to school with questions that staff cannot answer.",
      "One meeting six weeks later, and a course with other parents."),
    GapPlan(
      "No interpreters for families",
      "Interpreters must be booked three weeks ahead and are often cancelled. Older brothers and sisters "
        + "translate what they should not hear.",
      ["FS1", "FS2", "ID3"], ["slcn", "mental-health"], ["school", "health", "early-years", "authority", "voluntary"],
      "families who speak little English", 0...18, 10...70,
      "Parents agree to things that they have not understood, or stop coming.",
      "A shared pool of interpreters who know the words, by telephone where nobody can come."),
    GapPlan(
      "Therapy stops at sixteen",
      "Children’s services close the file at sixteen and adult services begin at eighteen, or never. College "
        + "staff hear about needs in the second term.",
      ["E3", "IN3"], ["slcn", "ot"], ["college", "school", "parents", "health", "social-care"],
      "young people who leave school with a plan", 15...20, 10...60,
      "Aids stay in the cupboard, and students drop out of courses that they could have managed.",
      "A shared plan from fourteen on, and a therapist for the colleges."),
    GapPlan(
      "No therapist time in secondary schools",
      "What there is goes to under-elevens. Nobody visits, nobody trains staff, and reports from primary "
        + "school run out.",
      ["W2", "ID2", "IN3"], ["slcn"], ["school", "authority", "parents"],
      "pupils in Years 7 to 11 with language needs", 11...16, 15...80,
      "Language difficulties are taken for bad behaviour, and pupils are sent out of lessons.",
      "One day a fortnight for each secondary school."),
    GapPlan(
      "Hardly a bus to the clinic",
      "Clinics and groups are in town. From the villages it takes two buses each way, and the last one back "
        + "leaves before the group ends.",
      ["FS2", "IN2"], ["slcn", "ot", "mental-health"],
      ["voluntary", "parents", "authority", "early-years", "social-care", "school"], "families outside the towns",
      0...18, 15...100,
      "Families without a car miss appointments and are struck off the list.",
      "A clinic in village halls once a month, and lifts by volunteer drivers."),
  ]

  private static let everyday: [GapPlan] = [
    GapPlan(
      "Too much for school, not enough for the clinic",
      "Young people who are past what a form tutor can do are told that they are not ill enough. There is "
        + "nobody in between.",
      ["IN2"], ["mental-health"], ["school", "college", "health", "authority"],
      "young people who are sad or anxious most days", 9...18, 20...120,
      "Staff hold things that they are not trained for, and small worries grow.",
      "A practitioner who comes to school one day a week and can see a young person within a fortnight."),
    GapPlan(
      "Trained assistants leave and nobody replaces them",
      "Assistants are trained for language and hand-skills groups, then move to better-paid work. The next "
        + "course is a year away.",
      ["W2", "IN2"], ["slcn", "ot"], ["school", "early-years", "authority"], "children who had a group", 3...11,
      10...60,
      "Groups that worked stop from one week to the next.",
      "A course each term instead of each year, and better hours for those who lead groups."),
    GapPlan(
      "No money for cover when there is training",
      "Courses are free but fall in working hours. Without cover, part-time staff and assistants never get there.",
      ["W1", "W2"], ["slcn", "ot", "mental-health"], ["school", "early-years"], "children in settings with few staff",
      0...16, 30...200,
      "The same two people go to everything, and the staff who are with the children do not.",
      "Money for cover, or the course given on site in twilight hours."),
    GapPlan(
      "The same story to five people",
      "Each service asks for the history from the beginning, with its own form and its own meeting. Families "
        + "cannot see what the others have written.",
      ["FS3"], ["slcn", "ot", "mental-health"], ["parents", "voluntary", "social-care", "health"],
      "families who see three services or more", 0...18, 15...90,
      "Parents are worn out before any help starts, and details get lost.",
      "One page about the child that the family keeps and all services accept."),
    GapPlan(
      "Equipment that comes too late",
      "Chairs, frames and toilet seats take four to nine months from measuring to delivery. By then the child "
        + "has grown.",
      ["E3"], ["ot"], ["school", "health", "social-care", "early-years", "parents"],
      "children with physical disabilities", 1...16, 5...30,
      "Children sit badly, tire early and are lifted more than they should be.",
      "A store with common sizes to lend on the same day."),
    GapPlan(
      "Nothing for parents who work",
      "Courses, drop-ins and meetings are on weekday mornings. Those on shifts, and most fathers, have never "
        + "been to one.",
      ["FS1", "FS2"], ["slcn", "mental-health"], ["early-years", "school", "voluntary", "parents", "authority"],
      "parents who work in the day", 0...11, 20...150,
      "Advice reaches one parent out of two, and homes pull in two directions.",
      "Evenings, Saturdays and short films, with one repeat online."),
    GapPlan(
      "Reports that say little about Monday morning",
      "Reports run to twelve pages of scores and end with advice that needs an adult for each child. Nobody "
        + "comes to explain them.",
      ["ID3", "W2"], ["slcn", "ot"], ["school", "early-years", "college", "parents"],
      "children who have been assessed", 3...18, 10...70,
      "They are filed, and the child’s day stays as it was.",
      "One page with three things to do, and a call a month later."),
    GapPlan(
      "Nobody to ask about sensory needs",
      "Sensory needs are no longer a ground for referral. Families and staff are sent to the same website.",
      ["ID2", "E2"], ["ot"], ["school", "early-years", "parents"],
      "children who are overwhelmed by noise, touch or crowds", 2...14, 10...70,
      "Children run out, hide or hit, and some are on half-days because of it.",
      "A therapist to ring, and one visit where ringing is not enough."),
  ]
}
