/// What a file says of the school's year.
enum CalendarField: String, ImportFields {
  case name, kind, from, until

  var title: String {
    switch self {
    case .name: "Name"
    case .kind: "Term or closure"
    case .from: "First day"
    case .until: "Last day"
    }
  }

  var headings: [String] {
    switch self {
    case .name: ["Name", "Term name", "Term", "What", "Title", "Event", "Description", "Holiday"]
    case .kind: ["Kind", "Type", "Term or closure", "Category"]
    case .from: ["From", "First day", "Start", "Start date", "Starts", "Begins", "Begin", "Date from", "Opens", "Date"]
    case .until: ["Until", "Last day", "To", "End", "End date", "Ends", "Finish", "Date to", "Closes"]
    }
  }
}
