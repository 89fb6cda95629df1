/// The framework that an area starts with: five strands and three levels, or the four levels to which England is moving, in
/// our own words. Coordinators may put it in theirs.
package enum StandardFramework {
  package static let specialisms = [
    Specialism(key: "slcn", name: "Speech, language and communication"),
    Specialism(key: "ot", name: "Occupational therapy"),
    Specialism(key: "pt", name: "Physiotherapy"),
    Specialism(key: "send", name: "Wider SEND"),
    Specialism(key: "mental-health", name: "Mental health and wellbeing"),
  ]

  package static let strands = [
    Framework.Strand(
      key: "family-support", name: "Family support",
      aim: "Parents and carers have what they need to understand their child and to help."),
    Framework.Strand(
      key: "environment", name: "Environment",
      aim: "The places where children live, learn and play make it easy to take part."),
    Framework.Strand(
      key: "workforce", name: "Workforce",
      aim: "The people around children know enough, and can do enough, for the children whom they meet."),
    Framework.Strand(
      key: "identification", name: "Identification", aim: "Needs are noticed early and understood in good time."),
    Framework.Strand(
      key: "intervention", name: "Intervention",
      aim: "Children get the help that makes a difference, from the best-placed person, where they are."),
  ]

  private static let universal = Framework.Level(
    key: "universal", name: "Universal", meaning: "For everyone, whatever their needs.", countsAs: "universal")
  private static let targeted = Framework.Level(
    key: "targeted", name: "Targeted",
    meaning: "For children about whom there is a concern, beside what everyone gets.", countsAs: "targeted")
  private static let targetedPlus = Framework.Level(
    key: "targeted-plus", name: "Targeted Plus",
    meaning: "For children whose needs last although they had targeted help, with a specialist’s advice.",
    countsAs: "targeted")
  private static let specialist = Framework.Level(
    key: "specialist", name: "Specialist",
    meaning: "For children with complex or lasting needs, made for the one child, beside the other levels.",
    countsAs: "specialist")

  package static let threeLevels = [universal, targeted, specialist]
  /// England's reform of 2026 puts Targeted Plus between the last two (research of the reform: docs/decisions/areas.md).
  package static let fourLevels = [universal, targeted, targetedPlus, specialist]

  /// What is wanted in each cell of these levels, for each specialism.
  package static func texts(_ levels: [Framework.Level]) -> [CellText] {
    specialisms.flatMap { specialism in
      let words = StandardWords.of(specialism.key)
      return levels.flatMap { level in
        strands.compactMap { strand in
          StandardCells.all["\(strand.key) \(level.key)"].map { cell in
            CellText(
              specialism: specialism.key, strand: strand.key, level: level.key, outcome: words.fill(cell.outcome),
              help: words.fill(cell.help),
              examples: [StandardExamples.of(specialism.key, strand.key, level.key), words.fill(cell.example)]
                .compactMap(\.self).joined(separator: "\n"),
              questions: cell.questions.map(words.fill).joined(separator: "\n"))
          }
        }
      }
    }
  }
}

/// The words of one specialism, put into what all of them share.
struct StandardWords {
  /// `speech, language and communication`.
  let need: String
  /// What children do with it, after “to”: `talk, listen and understand`.
  let doing: String
  /// `speech and language therapist`.
  let specialist: String

  static func of(_ key: String) -> StandardWords {
    switch key {
    case "slcn":
      StandardWords(
        need: "speech, language and communication", doing: "talk, listen and understand",
        specialist: "speech and language therapist")
    case "ot":
      StandardWords(
        need: "everyday skills, movement and the senses",
        doing: "use their hands, look after themselves and cope with sound and touch",
        specialist: "occupational therapist"
      )
    case "pt":
      StandardWords(
        need: "movement and physical development", doing: "move, balance and be active", specialist: "physiotherapist")
    case "mental-health":
      StandardWords(
        need: "emotional wellbeing and mental health", doing: "feel safe, cope with feelings and belong",
        specialist: "mental health practitioner")
    default:
      StandardWords(
        need: "learning and development", doing: "learn, join in and become independent", specialist: "specialist")
    }
  }

  func fill(_ text: String) -> String {
    let article = "aeiou".contains(specialist.prefix(1)) ? "an" : "a"
    return text.replacing("{need}", with: need).replacing("{do}", with: doing)
      .replacing("{a specialist}", with: "\(article) \(specialist)")
      .replacing("{A specialist}", with: "\(article.prefix(1).uppercased())\(article.dropFirst()) \(specialist)")
      .replacing("{specialist}", with: specialist)
  }
}
