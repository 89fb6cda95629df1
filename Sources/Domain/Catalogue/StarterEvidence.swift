/// Where a school reads what is known of a starter provision: public pages that are kept at one address and brought up to
/// date there. Strands of the Education Endowment Foundation's Teaching and Learning Toolkit and its guidance, and what the
/// Department for Education publishes. A page is about the approach, not about one programme.
enum StarterEvidence {
  static func page(of name: String) -> String? { pages[name] }

  private static func strand(_ name: String) -> String {
    "https://educationendowmentfoundation.org.uk/education-evidence/teaching-learning-toolkit/\(name)"
  }
  private static let guidance = "https://educationendowmentfoundation.org.uk/education-evidence/guidance-reports/send"
  private static let codeOfPractice = "https://www.gov.uk/government/publications/send-code-of-practice-0-to-25"
  private static let counselling = "https://www.gov.uk/government/publications/counselling-in-schools"

  private static let pages: [String: String] = [
    "Phonics catch-up": strand("phonics"),
    "Precision teaching": strand("individualised-instruction"),
    "Paired reading": strand("peer-tutoring"),
    "Inference reading group": strand("reading-comprehension-strategies"),
    "Spelling programme": strand("phonics"),
    "Handwriting group": strand("small-group-tuition"),
    "Touch typing": strand("individualised-instruction"),
    "Number catch-up": strand("small-group-tuition"),
    "Pre-teaching of mathematics": strand("small-group-tuition"),
    "One-to-one mathematics tuition": strand("one-to-one-tuition"),
    "Narrative group": strand("oral-language-interventions"),
    "Speech sounds, one to one": strand("oral-language-interventions"),
    "Vocabulary group": strand("oral-language-interventions"),
    "Attention and listening group": strand("oral-language-interventions"),
    "Social communication group": strand("oral-language-interventions"),
    "Speech and language therapist's visits": codeOfPractice,
    "Communication-friendly classroom": strand("oral-language-interventions"),
    "Nurture group": strand("social-and-emotional-learning"),
    "Emotional literacy support": strand("social-and-emotional-learning"),
    "Social skills group": strand("social-and-emotional-learning"),
    "Check-in, check-out": strand("behaviour-interventions"),
    "Counselling": counselling,
    "Safe place and exit card": strand("metacognition-and-self-regulation"),
    "Fine motor skills group": strand("small-group-tuition"),
    "Physiotherapy exercises": codeOfPractice,
    "Sensory circuit": strand("physical-activity"),
    "Movement breaks": strand("physical-activity"),
    "New to English group": strand("oral-language-interventions"),
    "Bilingual resources and buddy": strand("peer-tutoring"),
    "Teaching assistant in class": strand("teaching-assistant-interventions"),
    "Homework club": strand("homework"),
    "Transition visits": guidance,
  ]
}
