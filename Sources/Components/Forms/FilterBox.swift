package import Markup

/// Narrows a list or a table on the page while one types. What is typed stays in the page, or is posted: names never
/// stand in addresses. Without JavaScript it is a posted search, if there is one, else it is not shown.
package struct FilterBox: Exhibited {
  /// Where the search goes without JavaScript; it is posted as `search`.
  package struct Search: Sendable, Hashable {
    package let address: Address
    package let token: String
    package let value: String

    package init(to address: Address, token: String, value: String = "") {
      self.address = address
      self.token = token
      self.value = value
    }
  }

  package let label: String
  /// The id of the table's body or of the list that is narrowed.
  package let target: String
  package let noun: String
  package let search: Search?

  package init(_ label: String, of target: String, noun: String, search: Search? = nil) {
    self.label = label
    self.target = target
    self.noun = noun
    self.search = search
  }

  package var html: HTML {
    let box: HTML = """
      <div class="filter-box" role="search" aria-label="\(label)" data-filter="\(target)" data-noun="\(noun)"\
      \(if: search == nil, " hidden")><div class="field"><label for="\(target)-filter">\(label)</label>\
      <input type="search" class="medium" id="\(target)-filter" name="search" autocomplete="off" spellcheck="false"\
      \(attribute: "value", search?.value)></div>\
      \(if: search != nil, "<button type=\"submit\" class=\"button quiet\" data-without-script>Search</button>")\
      <output class="soft" for="\(target)-filter"></output></div>
      """
    guard let search else { return box }
    return Form(to: search.address, token: search.token, body: box).html
  }

  package static let name = "Filter as you type"
  package static let accessibility = [
    "How many are left is announced, not only seen.",
    "It ignores accents and the order of words: “nowak jak” finds Jakub Wójcik-Nowakowski.",
    "Escape empties it. Nothing is sent anywhere while typing.",
  ]
  package static let examples = [
    Example(
      "Over a list",
      """
      \(FilterBox("Find a provision", of: "example-provisions", noun: "provisions"))\
      <ul id="example-provisions"><li>Narrative group</li><li>Paired reading</li><li>Phonics catch-up</li></ul>
      """),
    Example(
      "With a search behind it",
      FilterBox(
        "Find a pupil by name, class or need", of: "example-nobody", noun: "pupils",
        search: Search(to: "/schools/100001/pupils/search", token: "x"))),
  ]
}
