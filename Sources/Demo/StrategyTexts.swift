import Domain

/// What the invented schools say in their strategies.
enum StrategyTexts {
  static let principles = """
    Every child belongs, and takes part in all that the school offers.
    Needs are noticed early, and acted on in the same term.
    Teaching in class comes first; what happens outside it comes on top.
    Children and their families are asked, and heard.
    We do what is known to work, and look whether it works here.
    """

  static let approach = """
    We begin with what every child needs in class: clear language, calm rooms, and teachers who know who finds what hard.
    Small groups come on top of that, for a term at a time, and are looked at before they go on.
    Where a child needs more, we ask for advice early and plan with the family.
    """

  static let needs = """
    More children than before start with us with little language, and more find it hard to be with many others. \
    We expect both to go on.
    """

  static var training: ActivityDetails {
    var details = ActivityDetails("Training in communication for all staff")
    details.description =
      "Two afternoons in the spring: how to speak so that everybody can follow, and how to give time to answer."
    details.barrier = "Children who do not follow what is said miss most of a lesson."
    details.owner = "Deputy head"
    details.impact = "Adults in every class check that they are understood."
    details.measure = "Drop-in visits by subject leaders"
    (details.baseline, details.target) = ("seen in 5 of 12 lessons", "seen in 10 of 12")
    details.evidence = "Education Endowment Foundation, Improving Literacy, recommendation on oral language"
    return details
  }

  /// By what a type of provision is called; anything else is said in general words.
  static func activity(_ name: String) -> ActivityDetails {
    var details = ActivityDetails(name)
    let words = known.first { name.contains($0.key) } ?? known[known.count - 1]
    details.description = words.what
    details.barrier = words.barrier
    details.impact = words.impact
    details.measure = words.measure
    (details.baseline, details.target) = (words.baseline, words.target)
    details.owner = "SENCO"
    details.evidence = "Our own reviews of the last two years"
    return details
  }

  private struct Words {
    let key: String
    let what: String
    let barrier: String
    let impact: String
    let measure: String
    let baseline: String
    let target: String
  }

  private static let known = [
    Words(
      key: "ocabulary", what: "Small groups learn the words of the next topic before the class meets them.",
      barrier: "Words that others know keep children out of whole subjects.",
      impact: "Children use the topic’s words in class.", measure: "Words used correctly at the end of a topic",
      baseline: "9 of 20", target: "15 of 20"),
    Words(
      key: "umber", what: "Short sessions with a trained assistant, beside the class’s mathematics.",
      barrier: "Gaps from earlier years make new mathematics impossible to follow.",
      impact: "Children keep up with the class in number.", measure: "Number age, tested at start and end",
      baseline: "14 months behind", target: "6 months behind"),
    Words(
      key: "ocial", what: "Children practise taking turns, joining in and putting things right.",
      barrier: "Who cannot join in learns less and stays away more.", impact: "Breaks without a quarrel, and friends.",
      measure: "Incidents at breaks each half-term", baseline: "31", target: "15"),
    Words(
      key: "omework", what: "A quiet room after school with somebody to ask.",
      barrier: "Not every home has a table, a computer or somebody with time.",
      impact: "Homework is done by those who could not do it at home.", measure: "Homework handed in",
      baseline: "58 %", target: "85 %"),
    Words(
      key: "ensory", what: "Ten minutes of movement before lessons, following advice from an occupational therapist.",
      barrier: "Some children cannot listen before their bodies are settled.", impact: "Calm beginnings of lessons.",
      measure: "Minutes until the first task is begun", baseline: "12", target: "4"),
    Words(
      key: "ead", what: "Reading together often, with a book at the right level.",
      barrier: "Who reads slowly is behind in every subject.", impact: "Children read what their class reads.",
      measure: "Reading age, tested at start and end", baseline: "19 months behind", target: "9 months behind"),
    Words(
      key: "", what: "A small group meets for a term with the same adult.",
      barrier: "Some children need things said again, more slowly and with fewer others around.",
      impact: "Children take part in the lesson that follows.", measure: "Targets met at the end of term",
      baseline: "half of them", target: "three quarters"),
  ]
}
