package import Markup

/// What has to be done once, in order: what each step is for, how long it takes, and whether it is done.
package struct Steps: Exhibited {
  package struct Step: Sendable, Hashable {
    package let title: String
    package let purpose: String
    /// In words: “about 5 minutes”.
    package let time: String
    package let status: StatusTag.Status
    package let address: Address
    package let isNext: Bool

    package init(
      _ title: String, purpose: String, time: String, status: StatusTag.Status, to address: Address,
      isNext: Bool = false
    ) {
      self.title = title
      self.purpose = purpose
      self.time = time
      self.status = status
      self.address = address
      self.isNext = isNext
    }
  }

  package let steps: [Step]

  package init(_ steps: [Step]) { self.steps = steps }

  package var html: HTML { "<ol class=\"steps\">\(each: steps, draw)</ol>" }

  private func draw(_ step: Step) -> HTML {
    """
    <li\(if: step.isNext, " aria-current=\"step\"")><div><h3><a href="\(step.address)">\(step.title)</a></h3>\
    <p>\(step.purpose)</p></div><p class="soft">\(step.time)</p>\(StatusTag(step.status))</li>
    """
  }

  package static let name = "First steps"
  package static let accessibility = [
    "It is an ordered list; the next step is marked with aria-current.", "Done and not done are words.",
  ]
  package static let examples = [
    Example(
      "A new school",
      Steps([
        Step(
          "Check the calendar", purpose: "Weeks and closures decide how many sessions there are.",
          time: "about 2 minutes", status: .done, to: "/calendar"),
        Step(
          "Import pupils", purpose: "From your own system, by file. Nothing is written before you have seen it.",
          time: "about 5 minutes", status: .notStarted, to: "/import", isNext: true),
        Step(
          "Import groups", purpose: "Paste the map that you keep in Word or Excel.", time: "about 15 minutes",
          status: .notStarted, to: "/groups/paste"),
      ]))
  ]
}

/// How far something that takes long has come. With JavaScript it asks `poll` every second, which answers
/// `{"done": 1200, "total": 5000, "words": "Reading row 1,200 of 5,000", "next": null}`, and goes to `next` once there is
/// one; without it the page asks for itself again (`PageShell.refreshes`).
package struct ProgressBar: Exhibited {
  package let label: String
  package let words: String
  package let done: Int
  package let total: Int
  package let poll: Address?

  package init(_ label: String, words: String, done: Int, of total: Int, poll: Address? = nil) {
    self.label = label
    self.words = words
    self.done = done
    self.total = total
    self.poll = poll
  }

  package var html: HTML {
    """
    <div class="progress"\(attribute: "data-progress-url", poll)><progress aria-label="\(label)" max="\(max(total, 1))" \
    value="\(done)"></progress><p role="status">\(words)</p></div>
    """
  }

  package static let name = "Progress bar"
  package static let accessibility = [
    "Its words say the same as the bar, and are announced politely.",
    "Nothing is lost by leaving the page.",
  ]
  package static let examples = [
    Example("An import", ProgressBar("Reading the file", words: "Reading row 1,200 of 5,000", done: 1200, of: 5000))
  ]
}

/// Views of the same thing, each with an address of its own.
package struct Tabs: Exhibited {
  package let label: String
  package let links: [Link]

  package init(_ label: String, _ links: [Link]) {
    self.label = label
    self.links = links
  }

  package var html: HTML {
    "<nav class=\"tabs\" aria-label=\"\(label)\"><ul>\(each: links, { "<li>\($0)</li>" })</ul></nav>"
  }

  package static let name = "Tabs"
  package static let accessibility = ["They are links in a navigation landmark, so that each view can be bookmarked."]
  package static let examples = [
    Example(
      "A pupil",
      Tabs(
        "Amina Yusuf",
        [
          Link("Provision", "/1", isCurrent: true), Link("Needs", "/1/needs"), Link("Costs", "/1/costs"),
          Link("History", "/1/history"),
        ]))
  ]
}
