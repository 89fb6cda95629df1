import Domain
import Testing

/// The words with which every area starts.
@Suite struct StandardFrameworkTests {
  private static let texts = StandardFramework.texts(StandardFramework.fourLevels)

  @Test func `every cell of three and of four levels has its text for every specialism`() {
    let (specialisms, strands) = (StandardFramework.specialisms, StandardFramework.strands)
    for levels in [StandardFramework.threeLevels, StandardFramework.fourLevels] {
      let texts = StandardFramework.texts(levels)
      #expect(texts.count == specialisms.count * strands.count * levels.count)
      for specialism in specialisms {
        for strand in strands {
          for level in levels {
            let found = texts.filter {
              $0.specialism == specialism.key && $0.strand == strand.key && $0.level == level.key
            }
            #expect(found.count == 1, "\(specialism.key) \(strand.key) \(level.key)")
          }
        }
      }
    }
  }

  @Test(arguments: texts) func `a cell says what is wanted, helps, shows two good entries and asks two questions`(
    text: CellText
  ) {
    let name = "\(text.specialism) \(text.strand) \(text.level)"
    let (examples, questions) = (text.examples.split(separator: "\n"), text.questions.split(separator: "\n"))
    #expect(text.outcome.hasSuffix(".") && text.help.hasSuffix("."), "\(name)")
    #expect(examples.count >= 2 && Set(examples).count == examples.count, "\(name): \(examples)")
    #expect(questions.count >= 2 && questions.allSatisfy { $0.hasSuffix("?") }, "\(name): \(questions)")
    for example in examples { #expect(example.count >= 40 && example.hasSuffix("."), "\(name): \(example)") }
    // Nothing left to be filled in, and no sentence that one has to read twice.
    let all = [text.outcome, text.help, text.examples, text.questions].joined(separator: "\n")
    #expect(!all.contains("{") && !all.contains("  ") && !all.contains(" a occupational"), "\(name): \(all)")
    #expect(text.outcome.split(separator: " ").count <= 50, "\(name): \(text.outcome)")
    for word in ["pathway", "stakeholder", "signpost", "robust", "holistic", "upskill"] {
      #expect(!all.lowercased().contains(word), "\(name) says “\(word)”")
    }
  }

  @Test func `no two outcomes are the same, nor two examples of one specialism`() {
    #expect(Set(Self.texts.map(\.outcome)).count == Self.texts.count)
    for specialism in StandardFramework.specialisms {
      let examples = Self.texts.filter { $0.specialism == specialism.key }.flatMap {
        $0.examples.split(separator: "\n").map(String.init)
      }
      #expect(Set(examples).count == examples.count, "\(specialism.key)")
    }
  }

  @Test func `nothing in it is somebody else's registered name`() {
    let words =
      Self.texts.flatMap { [$0.outcome, $0.help, $0.examples, $0.questions] }
      + StandardFramework.strands.flatMap { [$0.name, $0.aim] }
      + StandardFramework.fourLevels.flatMap { [$0.name, $0.meaning] }
    #expect(words.allSatisfy { !$0.lowercased().contains("balanced") })
  }
}
