import Domain

/// What a list of pupils can say about a pupil. Headings are those of SIMS, Arbor, Bromcom, ScholarPack, Go4Schools,
/// Wonde and of people.
enum PupilField: String, ImportFields {
  case upn
  case surname, forename
  case preferredForename = "preferred-forename"
  case name
  case birthDay = "birth-date"
  case sex
  case year
  case className = "class"
  case status
  case statusFrom = "status-from"
  case need1 = "need-1"
  case need2 = "need-2"
  case need3 = "need-3"
  case need4 = "need-4"
  case needRank = "need-rank"
  case needs
  case needsFrom = "needs-from"
  case eal
  case freeMeals = "free-meals"
  case pupilPremium = "pupil-premium"
  case inCare = "in-care"
  case watch
  case joinedOn = "joined"
  case leftOn = "left"
  case changedOn = "changed-on"

  static let rankedNeeds: [PupilField] = [.need1, .need2, .need3, .need4]

  var title: String {
    switch self {
    case .upn: "UPN"
    case .surname: "Surname"
    case .forename: "Forename"
    case .preferredForename: "Preferred forename"
    case .name: "Name (surname, forename)"
    case .birthDay: "Date of birth"
    case .sex: "Sex"
    case .year: "Year group"
    case .className: "Class"
    case .status: "SEN status"
    case .statusFrom: "SEN status from"
    case .need1: "Primary need"
    case .need2: "Second need"
    case .need3: "Third need"
    case .need4: "Fourth need"
    case .needRank: "Rank of the need"
    case .needs: "Needs"
    case .needsFrom: "Needs from"
    case .eal: "EAL"
    case .freeMeals: "Free school meals"
    case .pupilPremium: "Pupil premium"
    case .inCare: "In care"
    case .watch: "Watch"
    case .joinedOn: "Joined"
    case .leftOn: "Left"
    case .changedOn: "Changed on"
    }
  }

  var doubtful: Set<String> {
    switch self {
    case .status: ["status", "sen", "send", "sen support"]
    case .needRank: ["rank", "ranking", "priority"]
    case .year: ["current year"]
    case .joinedOn: ["start date"]
    case .changedOn: ["as at"]
    default: []
    }
  }

  /// In a register of needs "Start date" is that of a status, and would move the day on which a pupil joined.
  var doubtfulBeside: (headings: Set<String>, fields: Set<PupilField>) {
    self == .joinedOn
      ? (["start date", "date started"], [.status, .statusFrom, .need1, .needs, .needsFrom])
      : ([], [])
  }

  var isName: Bool { [.surname, .forename, .preferredForename, .name].contains(self) }

  var looksRight: (@Sendable (String) -> Bool)? {
    switch self {
    case .upn: { UPN($0) != nil }
    case .status: { StatusCell($0) != nil }
    case .needRank: { NeedCell.rank($0) != nil }
    case .year: { YearGroup(typed: $0) != nil }
    case .birthDay, .statusFrom, .needsFrom, .joinedOn, .leftOn, .changedOn: { CellReading.day($0) != nil }
    default: nil
    }
  }

  var isLoose: Bool {
    switch self {
    case .upn, .surname, .forename, .birthDay, .status, .need1, .need2, .year: true
    default: false
    }
  }

  var headings: [String] {
    switch self {
    case .upn:
      ["UPN", "Unique Pupil Number", "Unique Pupil No", "Pupil UPN", "Student UPN", "UPN number"]
    case .surname:
      [
        "Surname", "Legal Surname", "Last name", "Legal Last Name", "Family name", "Pupil surname", "Student surname",
        "Preferred Surname", "Preferred Last Name", "SName", "Chosen surname",
      ]
    case .forename:
      [
        "Forename", "Legal Forename", "First name", "Legal First Name", "Given name", "Pupil forename",
        "Student forename", "Forename 1", "Forenames", "First names", "Forename(s)", "FName", "Christian name",
      ]
    case .preferredForename:
      [
        "Preferred Forename", "Preferred First Name", "Preferred name", "Known as", "Chosen name", "Chosen forename",
        "Called name", "Nickname", "Preferred Given Name",
      ]
    case .name:
      [
        "Name", "Pupil name", "Student name", "Full name", "Pupil", "Student", "Surname Forename", "Surname, Forename",
        "Legal name", "Child", "Child's name", "Children", "Pupil full name", "Student full name",
      ]
    case .birthDay:
      [
        "Date of birth", "DOB", "D.O.B.", "Birth date", "Birthdate", "Birthday", "Date of Birth (DD/MM/YYYY)",
        "DateOfBirth", "Born", "Pupil DOB", "Student DOB",
      ]
    case .sex: ["Sex", "Gender", "Legal sex", "M/F", "Sex code", "Gender code"]
    case .year:
      [
        "Year", "Year group", "NC Year", "Year taught in", "Current NC Year", "National Curriculum Year", "NCyear",
        "NC Year Actual", "NCyearActual", "Yr", "Yr group", "Current year", "YearGroup", "Year Grp", "Curriculum year",
        "Current year group", "NC Year Group", "YG",
      ]
    case .className:
      [
        "Class", "Reg Group", "Registration Group", "Reg", "Registration Form", "Form", "Form group", "Tutor group",
        "Registration class", "Class name", "Reg Grp", "Tutor", "Registration", "Tutor Grp", "RegGroup", "Base class",
        "Primary class", "Current class", "Mentor group",
      ]
    case .status:
      [
        "SEN status", "SEN provision", "SEN Stage", "SEN", "SEND status", "SEND", "SEN code", "SEND code",
        "SEN Support",
        "Current SEN status", "SEN level", "SEN category", "SEND provision", "Special educational needs",
        "SEN register",
        "SEN Provision Code", "SENprovision", "SEN code of practice stage", "Status", "SEND stage",
        "SEN type of support",
        "sen_status", "SEN K/E", "COP stage",
      ]
    case .statusFrom:
      [
        "SEN start date", "SEN status start date", "SEN status from", "Status start date", "SEN provision start date",
        "SENProvisionStartDate", "SEN start", "Date of SEN status", "SEN since", "SEN status date", "SEN date",
        "Date added to SEN register", "SEN from", "SEND start date", "Provision start date", "SEN review start",
      ]
    case .need1:
      [
        "SEN Need 1", "Primary SEN type", "Primary need", "Primary SEN need", "SEN primary need", "SEN type 1",
        "Need 1",
        "Primary SEN", "Main need", "SEN need", "SEN type", "Need type", "Primary SEND need", "NeedTypeCode",
        "Primary type of need", "Type of need", "SEN Primary Type", "Primary need type", "Area of need", "Need",
        "Primary area of need", "SENtype", "SEN type ranked 1", "SEN Need Type", "NeedTypeDescription",
      ]
    case .need2:
      [
        "SEN Need 2", "Secondary SEN type", "Secondary need", "Secondary SEN need", "SEN secondary need", "SEN type 2",
        "Need 2", "Secondary SEN", "Second need", "Secondary SEND need", "Secondary type of need", "SEN Secondary Type",
        "Secondary need type", "SEN type ranked 2",
      ]
    case .need3: ["SEN Need 3", "Tertiary need", "Third SEN type", "SEN type 3", "Need 3", "Third need"]
    case .need4: ["SEN Need 4", "SEN type 4", "Need 4", "Fourth need", "Fourth SEN type"]
    case .needRank:
      [
        "Need rank", "SEN need rank", "Rank", "SEN rank", "SEN type rank", "Need type rank", "Ranking", "Need ranking",
        "SEN need ranking", "Priority", "Need priority",
      ]
    case .needs:
      [
        "SEN needs", "Needs", "SEND needs", "SEN types", "All needs", "Types of need", "Educational needs",
        "All SEN needs",
        "SEN Needs (ranked)", "Special needs",
      ]
    case .needsFrom:
      [
        "Need start date", "Needs from", "NeedStartDate", "Need start", "SEN need start date", "SEN type start date",
        "Needs start date",
      ]
    case .eal:
      [
        "EAL", "English as an additional language", "English as additional language", "EAL status", "EAL indicator",
        "First language", "Home language", "english_as_additional_language", "Language", "EAL flag",
      ]
    case .freeMeals:
      [
        "FSM", "Free school meals", "FSM eligible", "FSM eligibility", "Eligible for free school meals", "Free meals",
        "Current FSM", "FSM status", "FSM eligible on date", "FSM now", "Eligible for free meals", "free_school_meals",
        "Eligible for FSM",
      ]
    case .pupilPremium:
      [
        "Pupil premium", "PP", "Pupil premium indicator", "Pupil premium eligible", "PP eligible", "Pupil Premium Flag",
        "premium_pupil_indicator", "Pupil premium recipient", "PPG", "Disadvantaged", "Eligible for pupil premium",
      ]
    case .inCare:
      [
        "In care", "LAC", "Looked after", "In LEA care", "In LA care", "CLA", "Looked after child", "In Care Indicator",
        "CIC", "Child looked after", "In care?", "Looked After Status", "in_lea_care", "Children in care",
      ]
    case .watch: ["Watch", "Monitoring", "Monitor", "Watch list", "SEN monitoring", "Cause for concern"]
    case .joinedOn:
      [
        "Admission date", "Joined", "Date of admission", "Start date", "DOA", "Entry date", "Date joined",
        "Date of entry",
        "Enrolment date", "Date started", "Admitted", "Joining date", "Enrolled", "On roll from",
      ]
    case .leftOn:
      // "End date" ends many things; one that is guessed here would end pupils.
      [
        "Leaving date", "Left", "Date of leaving", "DOL", "Leave date", "Date left", "Leaver date", "Exit date",
        "On roll until",
      ]
    case .changedOn: ["Changed on", "Effective date", "Date of change", "Effective from", "As at", "Change date"]
    }
  }
}
