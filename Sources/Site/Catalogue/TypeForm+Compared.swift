import Domain

extension TypeForm {
  /// The fields in which the two differ.
  func compared(with now: TypeForm, _ headings: [Heading]) -> [Compared] {
    func heading(_ id: String) -> String { headings.first { $0.id.text == id }?.name ?? "none" }
    let all = [
      Compared("Name", now: now.name, typed: name),
      Compared("Heading", now: heading(now.heading), typed: heading(self.heading)),
      Compared("What it is", now: now.description, typed: description),
      Compared("Intended outcome", now: now.outcome, typed: outcome),
      Compared("Minutes", now: now.minutes, typed: minutes),
      Compared("Sessions a week", now: now.sessions, typed: sessions),
      Compared("Weeks", now: now.weeks, typed: weeks),
      Compared("Pupils in a group", now: now.size, typed: size),
      Compared("Strand", now: now.strand, typed: strand),
      Compared("Level", now: now.level, typed: level),
      Compared("Area of need", now: now.area, typed: area),
      Compared("Evidence", now: now.evidence, typed: evidence),
      Compared("Confidential", now: now.isConfidential ? "yes" : "no", typed: isConfidential ? "yes" : "no"),
    ]
    return Compared.different(all)
  }
}
