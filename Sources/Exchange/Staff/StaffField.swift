/// What a list of staff can say about somebody. E-mail addresses are passed over: accounts are made by invitation.
enum StaffField: String, ImportFields {
  case name, surname, forename
  case role, hours, weeks, from, until, rate, basis
  case basisUnits = "basis-count"
  case paidWeeks = "paid-weeks"
  case pension, insurance
  case rateFrom = "rate-from"
  case source

  var title: String {
    switch self {
    case .name: "Name"
    case .surname: "Surname"
    case .forename: "Forename"
    case .role: "Role"
    case .hours: "Hours a week"
    case .weeks: "Weeks a year"
    case .from: "Works here from"
    case .until: "Works here until"
    case .rate: "Rate"
    case .basis: "Rate is for"
    case .basisUnits: "Weeks or hours of the rate"
    case .paidWeeks: "Weeks paid"
    case .pension: "Employer's pension"
    case .insurance: "Employer's National Insurance"
    case .rateFrom: "Rate from"
    case .source: "Where the rate is from"
    }
  }

  var isName: Bool { [.name, .surname, .forename].contains(self) }

  var headings: [String] {
    switch self {
    case .name:
      ["Name", "Staff name", "Full name", "Staff", "Employee", "Employee name", "Known as", "Member of staff"]
    case .surname: ["Surname", "Last name", "Legal surname", "Family name"]
    case .forename: ["Forename", "First name", "Legal forename", "Given name"]
    case .role: ["Role", "Job title", "Post", "Position", "Job", "Post title", "Job role", "Pay role", "Occupation"]
    case .hours:
      ["Hours a week", "Hours", "Hours per week", "Weekly hours", "Contracted hours", "Hrs", "Hours/week", "Hours pw"]
    case .weeks:
      [
        "Weeks", "Weeks a year", "Weeks per year", "Weeks worked", "Working weeks", "Weeks/year", "Contracted weeks",
        "Weeks/yr", "Weeks p.a.", "Weeks per annum", "Wks", "Wks/yr", "Weeks pa", "Wks per year", "No of weeks",
        "Weeks worked per year",
      ]
    case .from: ["From", "Start date", "Works here from", "Started", "Contract start", "Employed from", "Date started"]
    case .until: ["Until", "End date", "Works here until", "Left", "Contract end", "Leaving date", "Employed until"]
    case .rate:
      [
        "Rate", "Pay", "Hourly rate", "Rate of pay", "Cost", "Cost per hour", "Rate (£)", "Hourly cost", "Salary",
        "Annual salary",
      ]
    case .basis: ["Basis", "Rate basis", "Per", "Rate is for", "Unit", "Rate per"]
    case .basisUnits:
      ["Basis count", "Weeks of the rate", "Basis weeks", "Basis hours", "Hours of the rate", "Annual hours"]
    case .paidWeeks: ["Paid weeks", "Weeks paid", "Pay weeks", "Weeks paid a year"]
    case .pension:
      ["Pension", "Employer's pension", "Employer pension", "Employers pension", "Pension contribution", "Er pension"]
    case .insurance:
      [
        "National Insurance", "NI", "Employer's NI", "Employer NI", "Employers NI", "Employer's National Insurance",
        "Employer National Insurance", "Er NI",
      ]
    case .rateFrom:
      ["Rate from", "Rate start", "Pay from", "Rate effective", "Effective from", "Rate from day", "Pay date"]
    case .source: ["Source", "Where from", "Pay scale", "Scale point", "Spine point", "Grade", "Note"]
    }
  }
}
