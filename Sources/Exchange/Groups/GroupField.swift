import Domain

/// What a list of groups can say in a row: of the group, of one pupil's place in it, and of one thing bought for it.
enum GroupField: String, ImportFields {
  case name = "provision"
  case heading, label = "group"
  case from, until, minutes, sessions, per, days, week
  case leads, share, place, note, strand, level, area, years, confidential
  case pupil, upn, surname, forename
  case birthDay = "birth-date"
  case className = "class"
  case pupilFrom = "pupil-from"
  case pupilUntil = "pupil-until"
  case funding
  case item
  case cost = "item-cost"
  case itemDay = "item-day"

  /// Those that say something of the group as a whole.
  static let ofGroup: [GroupField] = [
    .heading, .label, .from, .until, .minutes, .sessions, .per, .days, .week, .leads, .share, .place, .note, .strand,
    .level, .area, .years, .confidential,
  ]

  var title: String {
    switch self {
    case .name: "Provision"
    case .heading: "Heading"
    case .label: "Group"
    case .from: "From"
    case .until: "Until"
    case .minutes: "Minutes"
    case .sessions: "Sessions"
    case .per: "Per"
    case .days: "Days"
    case .week: "Week A or B"
    case .leads: "Led by"
    case .share: "Share of their time"
    case .place: "Place"
    case .note: "Note"
    case .strand: "Strand"
    case .level: "Level"
    case .area: "Area of need"
    case .years: "Years"
    case .confidential: "Confidential"
    case .pupil: "Pupil"
    case .upn: "UPN"
    case .surname: "Surname"
    case .forename: "Forename"
    case .birthDay: "Date of birth"
    case .className: "Class"
    case .pupilFrom: "Pupil from"
    case .pupilUntil: "Pupil until"
    case .funding: "Funding"
    case .item: "Item"
    case .cost: "Item cost"
    case .itemDay: "Item day"
    }
  }

  var isName: Bool { [.leads, .pupil, .surname, .forename].contains(self) }

  var headings: [String] {
    switch self {
    case .name: ["Provision", "Intervention", "Provision name", "Programme", "Support", "Provision title", "Activity"]
    case .heading: ["Heading", "Section", "Category", "Provision type", "Type"]
    case .label: ["Group", "Group name", "Set", "Group number", "Run"]
    case .from: ["From", "Start", "Start date", "Begins", "Date from", "First day"]
    case .until: ["Until", "End", "End date", "To", "Date to", "Last day", "Ends"]
    case .minutes: ["Minutes", "Mins", "Length", "Duration", "Session length", "Minutes per session", "Time"]
    case .sessions: ["Sessions", "Frequency", "How often", "Times", "Sessions a week", "Sessions per week", "Per week"]
    case .per: ["Per", "Every", "Sessions per", "Pattern"]
    case .days: ["Days", "Day", "When", "Timetable", "Days and times"]
    case .week: ["Week A or B", "Week", "Weeks", "A/B"]
    case .leads:
      ["Led by", "Lead", "Leads", "Staff", "Adult", "Adults", "Who", "Delivered by", "Led by (adult)", "By whom"]
    case .share: ["Share of their time", "Share", "Staff share", "Share of time"]
    case .place: ["Place", "Room", "Where", "Location", "Venue"]
    case .note: ["Note", "Notes", "Comment", "Comments", "Description"]
    case .strand: ["Strand"]
    case .level: ["Level", "Wave", "Tier"]
    case .area: ["Area of need", "Area", "Need", "Broad area", "Area of concern"]
    case .years: ["Years", "Year groups", "Year group", "Year", "For years", "Yr"]
    case .confidential: ["Confidential", "Private", "Hidden"]
    case .pupil: ["Pupil", "Pupil name", "Student", "Name", "Child", "Student name", "Pupils", "Pupil or UPN"]
    case .upn: ["UPN", "Unique pupil number"]
    case .surname: ["Surname", "Legal surname", "Last name"]
    case .forename: ["Forename", "Legal forename", "First name", "Preferred forename"]
    case .birthDay: ["Date of birth", "DOB", "Birth date"]
    case .className: ["Class", "Form", "Tutor group", "Reg group", "Registration group"]
    case .pupilFrom: ["Pupil from", "Joined group", "Pupil start", "Place from"]
    case .pupilUntil: ["Pupil until", "Left group", "Pupil end", "Place until"]
    case .funding: ["Funding", "Funding stream", "Funded by", "Paid from", "Stream", "Budget"]
    case .item: ["Item", "Resource", "Resources", "Bought", "Materials"]
    case .cost: ["Item cost", "Resource cost", "Cost of item", "Price", "Cost"]
    case .itemDay: ["Item day", "Bought on", "Purchase date"]
    }
  }

  var looksRight: (@Sendable (String) -> Bool)? {
    switch self {
    case .week: { ["a", "b", "every", "both", "week a", "week b", "wk a", "wk b"].contains($0.lowercased()) }
    case .per: { Dosage.Per(typed: $0) != nil }
    default: nil
    }
  }

  var doubtful: Set<String> {
    switch self {
    case .week: ["week", "weeks"]
    case .per: ["every", "pattern"]
    default: []
    }
  }
}
