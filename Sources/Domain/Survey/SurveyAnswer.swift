package import struct Foundation.Date

/// What an area's survey asks of parents, carers and young people; each box of its form is one answer.
package enum SurveyKind: String, CaseIterable, Hashable, Sendable {
  case works, barrier, wish

  package var name: String {
    switch self {
    case .works: "What works"
    case .barrier: "What gets in the way"
    case .wish: "What we wish for"
    }
  }
}

/// As whom somebody answers: all that is asked of a person.
package enum SurveyVoice: String, CaseIterable, Hashable, Sendable {
  case parent
  case young = "young person"
  case other

  package var name: String {
    switch self {
    case .parent: "Parent or carer"
    case .young: "Young person"
    case .other: "Somebody else"
    }
  }
}

/// One thing that somebody said in an area's survey, without an account and without a name. It counts once a moderator of the
/// area has read it.
package struct SurveyAnswer: Hashable, Sendable {
  package enum State: String, CaseIterable, Hashable, Sendable {
    case waiting, counted
    case leftOut = "left out"
  }

  /// That a worry about a child's safety, which the answer raises, was passed on: never a stand-in for passing it on.
  package struct Worry: Hashable, Sendable {
    /// Whom was told; no child's name.
    package let note: String
    package let at: Date
    package let by: String

    package init(note: String, at: Date, by: String) {
      self.note = note
      self.at = at
      self.by = by
    }
  }

  package let id: ID<SurveyAnswer>
  package let kind: SurveyKind
  /// The key of its strand; nil where it is about several, or the person did not say.
  package let strand: String?
  package let voice: SurveyVoice
  package let locality: ID<Locality>?
  /// Empty where a moderator took the words out because they told who somebody is.
  package let text: String
  package let sentAt: Date
  package let state: State
  package let moderatedBy: String?
  package let worry: Worry?
  package let version: Int

  package init(
    id: ID<SurveyAnswer>, kind: SurveyKind, strand: String?, voice: SurveyVoice, locality: ID<Locality>?, text: String,
    sentAt: Date, state: State, moderatedBy: String?, worry: Worry?, version: Int
  ) {
    self.id = id
    self.kind = kind
    self.strand = strand
    self.voice = voice
    self.locality = locality
    self.text = text
    self.sentAt = sentAt
    self.state = state
    self.moderatedBy = moderatedBy
    self.worry = worry
    self.version = version
  }
}

/// The survey's form as it is sent: up to three answers of one person.
package struct SurveyReply: Hashable, Sendable {
  package static let mostCharacters = 2000

  package var voice: SurveyVoice?
  package var texts: [SurveyKind: String]
  package var strand: String?
  package var locality: ID<Locality>?

  package init(
    voice: SurveyVoice?, texts: [SurveyKind: String], strand: String? = nil, locality: ID<Locality>? = nil
  ) {
    self.voice = voice
    self.texts = texts
    self.strand = strand
    self.locality = locality
  }

  /// Trimmed, without blank boxes. Refuses a form that does not say who answers, one without a word, and more than 2,000
  /// characters in a box, each at its field.
  package func checked() throws(Refusals) -> SurveyReply {
    var checked = self
    var refusals = Refusals()
    if voice == nil { refusals.add("Say who you are: one of the three.", field: "voice") }
    checked.texts = texts.mapValues(\.trimmingSpaces).filter { !$0.value.isEmpty }
    if checked.texts.isEmpty { refusals.add("Write something in one of the three boxes.", field: "works") }
    for kind in SurveyKind.allCases where checked.texts[kind, default: ""].count > Self.mostCharacters {
      refusals.add("“\(kind.name)” has room for 2,000 characters. Please make it shorter.", field: kind.rawValue)
    }
    if !refusals.all.isEmpty { throw refusals }
    return checked
  }
}
