/// What a file can say of an entry on an area's map.
enum EntryField: String, ImportFields {
  case organisation, sector, kind, title, description, cells, strand, level
  case specialisms = "specialism"
  case audience
  case ageFrom = "age-from"
  case ageUntil = "age-until"
  case localities, place, frequency, reach, capacity, cost, funder, evidence, effect, affected, suggestion
  case isPublic = "public"

  var title: String {
    switch self {
    case .organisation: "Organisation"
    case .sector: "Sector"
    case .kind: "Provision or gap"
    case .title: "Title"
    case .description: "What happens"
    case .cells: "Cells"
    case .strand: "Strand"
    case .level: "Level"
    case .specialisms: "Specialism"
    case .audience: "Who it is for"
    case .ageFrom: "Age from"
    case .ageUntil: "Age until"
    case .localities: "Localities"
    case .place: "Where"
    case .frequency: "How often"
    case .reach: "Children reached a year"
    case .capacity: "Places a year"
    case .cost: "Cost a year"
    case .funder: "Who pays"
    case .evidence: "Evidence"
    case .effect: "What comes of it"
    case .affected: "Children affected"
    case .suggestion: "What would help"
    case .isPublic: "May be public"
    }
  }

  var headings: [String] {
    switch self {
    case .organisation:
      ["Organisation", "Organisation name", "Service", "Provider", "School", "Setting", "Team", "Delivered by"]
    case .sector: ["Sector", "Type of organisation", "Organisation type", "Stakeholder", "Stakeholder type"]
    case .kind: ["Kind", "Provision or gap", "Type", "Provision/gap", "Provision / gap", "Entry type"]
    case .title: ["Title", "Name", "Name of provision", "Provision name", "Heading"]
    case .description:
      [
        "Description", "What happens", "Provision", "Details", "What is provided", "Text", "Activity",
        "What is missing",
      ]
    case .cells: ["Cells", "Cell", "Outcomes", "Outcome", "Strands and levels", "Strand and level"]
    case .strand: ["Strand"]
    case .level: ["Level", "Tier"]
    case .specialisms: ["Specialism", "Specialisms", "Area of need", "About", "Specialty"]
    case .audience: ["Who it is for", "Audience", "Who for", "Target group", "For whom", "Children"]
    case .ageFrom: ["Age from", "From age", "Youngest", "Minimum age", "Min age"]
    case .ageUntil: ["Age until", "Age to", "To age", "Oldest", "Maximum age", "Max age"]
    case .localities: ["Localities", "Locality", "Ward", "Wards", "District", "Districts", "Area"]
    case .place: ["Where", "Place", "Venue", "Location", "Site"]
    case .frequency: ["How often", "Frequency", "When"]
    case .reach:
      ["Children reached a year", "Reach", "Children reached", "Number reached", "Numbers", "Number of children"]
    case .capacity: ["Places a year", "Capacity", "Places"]
    case .cost: ["Cost a year", "Cost", "Annual cost", "Budget"]
    case .funder: ["Who pays", "Funder", "Funding", "Funded by", "Funding source"]
    case .evidence: ["Evidence", "Impact", "Evidence of difference", "Evidence of impact"]
    case .effect: ["What comes of it", "Effect", "Effect of the gap"]
    case .affected: ["Children affected", "Affected", "Number affected"]
    case .suggestion: ["What would help", "Suggestion", "Suggestions", "Recommendation"]
    case .isPublic: ["May be public", "Public", "Agreed to be public", "Publish"]
    }
  }
}

/// The fields of a file of entries, for whoever maps its columns.
package enum EntryFields {
  package static let all: [ImportField] = EntryField.allCases.map(\.field)
}
