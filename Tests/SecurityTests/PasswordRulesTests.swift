import Security
import Testing

struct `The rules for passwords` {
  let rules = PasswordRules(
    email: "priya.shah@oakfield.example", names: ["Oakfield Primary School", "Priya Shah", "Trellis"])

  @Test(arguments: [
    "velvet kettle over marmalade", "Thr33 otters & a lamp", "jk#Lw9!pqZ4m",
    "ärger mit der straßenbahn", "窓際の猫はいつも眠そうだねえ", "three four otters swimming", "wet gravel, cold tea",
  ])
  func `accept what is hard to guess`(password: String) {
    #expect(rules.refusal(of: password) == nil)
  }

  @Test func `ask for twelve characters and allow two hundred`() {
    #expect(rules.refusal(of: "velvet kett")?.contains("at least 12") == true)
    #expect(rules.refusal(of: "velvet kettl") == nil)
    let long =
      String(String(repeating: "velvet kettle marmalade otter ", count: 7).prefix(150)) + "gravel, tea and a lamp"
    #expect(rules.refusal(of: long) == nil)
    #expect(rules.refusal(of: long + String(repeating: "k", count: 200))?.contains("at most 200") == true)
  }

  @Test(arguments: [
    "aaaaaaaaaaaa", "abababababab", "abcabcabcabcabc", "112211221122", "kettlekettle", "            ",
  ])
  func `refuse what repeats itself`(password: String) {
    #expect(rules.refusal(of: password)?.contains("repeats") == true)
  }

  @Test(arguments: [
    "123456789012", "abcdefghijkl", "qwertyuiop[]", "1qaz2wsx3edc", "poiuytrewqlkjh", "zyxwvutsrqpo", "0987654321098",
    "QWERTYUIOPasdf", "!\"£$%^&*()_+",
  ])
  func `refuse what runs along the keyboard`(password: String) {
    #expect(rules.refusal(of: password)?.contains("keyboard") == true)
  }

  @Test(arguments: [
    "password1234", "Password2026!", "P@ssw0rd!2026", "letmein12345!", "iloveyou2011!", "Welcome2024!!",
    "Liverpool2005!",
    "teacher-teacher-1", "SencoSenco2026", "sunshine123456", "20112013201529", "admin!admin!24", "monkeydragon99",
    "$unsh1ne!!2026",
    "Summer2026Summer2027",
    // Longer than twelve letters, names, teams, films, what is known in schools, backwards, and whole leaked passwords.
    "administrator1", "harrypotter123", "Ofsted2026!!!", "christopher1", "unbelievable", "basketball12", "rockyou12345",
    "victoria1234", "drowssap1234", "2026enihsnus", "Gryffindor77!", "Leicester2016", "hd764nw5d7e1vb1",
    "newproject2004",
    "extraordinary", "communications1", "dragon-battery-9",
  ])
  func `refuse what is tried first`(password: String) {
    #expect(rules.refusal(of: password)?.contains("tried first") == true)
  }

  @Test(arguments: [
    "correct horse battery staple", "CorrectHorseBatteryStaple!", "correct-horse-battery-staple-2026",
    "Tr0ub4dor&3!!", "To be or not to be", "RedHouseMonkeys27!", "God save the King 1!",
    "may the force be with you",
  ])
  func `refuse phrases that everybody knows`(password: String) {
    #expect(rules.refusal(of: password)?.contains("tried first") == true)
  }

  @Test(arguments: [
    ("velvet priya kettle", "priya"), ("Oakfield velvet kettle", "oakfield"), ("0akf1eld velvet kettle", "oakfield"),
    ("my trellis of velvet", "trellis"), ("velvet priyashah 71", "priyashah"), ("velvet Shah kettle", "shah"),
  ])
  func `refuse what contains one's own name, address or school`(password: String, word: String) {
    #expect(rules.refusal(of: password)?.contains("“\(word)”") == true)
  }

  @Test func `do not mind the ordinary words of a school's name`() {
    #expect(rules.refusal(of: "velvet primary kettle lamp") == nil)
    #expect(PasswordRules(email: "a@b.example").refusal(of: "velvet kettle lamp") == nil)
  }
}
