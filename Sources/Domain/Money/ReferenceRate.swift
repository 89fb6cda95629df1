/// A rate that a new school starts with, so that its first map is costed before finance signs in; marked as a reference
/// rate until the school confirms it.
package struct ReferenceRate: Hashable, Sendable {
  /// The kinds of work that schools commonly pay for.
  package enum Work: String, CaseIterable, Hashable, Sendable {
    case teachingAssistant = "Teaching assistant"
    case higherLevelTeachingAssistant = "Higher level teaching assistant"
    case teacher = "Teacher"
    case senco = "SENCO"
    case seniorLeader = "Senior leader"
    case learningMentor = "Learning mentor"
    case lunchtimeSupervisor = "Lunchtime supervisor"
    case therapist = "Therapist"
    case therapyAssistant = "Therapy assistant"

    /// As a role of the school is first called.
    package var name: String { rawValue }
  }

  package let work: Work
  /// In force until the next one of the same work.
  package let from: Day
  package let rate: Rate
  /// Pay scale, point and assumptions, in words: printed with the rate.
  package let source: String

  /// All that are known, in order of their works and days.
  package static let all: [ReferenceRate] = Work.allCases.flatMap { work in
    PayScales.contracts.filter { $0.work == work }.sorted { $0.from < $1.from }.map(ReferenceRate.init)
  }

  /// Those of `work`, each with the span in which it is in force.
  package static func dated(_ work: Work) -> [(span: Span, rate: ReferenceRate)] {
    let rates = all.filter { $0.work == work }
    return rates.indices.map { index in
      let until = index + 1 < rates.count ? rates[index + 1].from.previous : nil
      return (Span(rates[index].from, until)!, rates[index])
    }
  }

  private init(_ contract: PayScales.Contract) {
    work = contract.work
    from = contract.from
    rate = try! contract.cost.rate()
    source = contract.source
  }
}
