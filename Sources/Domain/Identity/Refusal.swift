/// The one error that people see: a kind, and a sentence that we would say to a teacher. Everything else that goes wrong
/// is internal: the visitor sees a reference, the log has the detail.
package struct Refusal: Error, Hashable, Sendable {
  package enum Kind: String, Sendable {
    /// What was typed or sent cannot be taken as it is.
    case invalid
    /// No such thing, or none that you may see.
    case notFound
    /// You may not.
    case refused
    /// Somebody else changed it in the meantime, or it stands against something else.
    case conflict
    /// Not now; later.
    case unavailable
  }

  package let kind: Kind
  package let sentence: String
  /// The form's field that it is about, by the field's name.
  package let field: String?

  package init(_ kind: Kind, _ sentence: String, field: String? = nil) {
    self.kind = kind
    self.sentence = sentence
    self.field = field
  }

  package static func invalid(_ sentence: String, field: String? = nil) -> Refusal {
    Refusal(.invalid, sentence, field: field)
  }
  package static func notFound(_ sentence: String = "There is no such page, or it is not yours to see.") -> Refusal {
    Refusal(.notFound, sentence)
  }
  package static func refused(_ sentence: String = "Your role does not allow this.") -> Refusal {
    Refusal(.refused, sentence)
  }
  package static func conflict(_ sentence: String) -> Refusal { Refusal(.conflict, sentence) }
  package static func unavailable(_ sentence: String) -> Refusal { Refusal(.unavailable, sentence) }
}

/// Several refusals at once, as a form collects them. Never empty when thrown.
package struct Refusals: Error, Sendable {
  package var all: [Refusal] = []
  package init(_ all: [Refusal] = []) { self.all = all }
  package mutating func add(_ sentence: String, field: String) { all.append(.invalid(sentence, field: field)) }
  package func throwIfAny() throws { if !all.isEmpty { throw self } }
}
