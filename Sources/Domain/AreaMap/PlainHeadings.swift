/// The strands and levels as one says them to parents and carers; a framework's own names where we have no plainer words.
package enum PlainHeadings {
  package static func strand(_ strand: Framework.Strand) -> String {
    switch strand.key {
    case "family-support": "Help for families"
    case "environment": "Places that work for every child"
    case "workforce": "People who know how to help"
    case "identification": "Finding out what a child needs"
    case "intervention": "Help for children"
    default: strand.name
    }
  }

  package static func level(_ level: Framework.Level) -> String {
    switch level.countsAs {
    case "universal": "For everyone"
    case "targeted" where level.key == "targeted-plus": "For children whose needs last"
    case "targeted": "For children who need some extra help"
    case "specialist": "For children with complex or lasting needs"
    default: level.name
    }
  }
}
