extension PersonalData {
  /// Words that say that a name near them is a child's.
  private static let clues: Set<String> = [
    "she", "he", "him", "his", "her", "hers", "mum", "mummy", "mam", "dad", "daddy", "mother", "father", "son",
    "daughter", "brother", "sister", "twin", "nan", "grandma", "foster", "diagnosed", "diagnosis", "autistic",
    "nonverbal",
  ]
  /// What a number follows: `aged 7`, `Year 3`.
  private static let counted: Set<String> = ["aged", "age", "year", "yr", "y", "class", "form"]
  /// Before a name: it is not a child's, or of a place.
  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "st", "saint", "sir", "professor", "sister",
  ]
  /// After a name: it is of a place or a house.
  private static let places: Set<String> = [
    "school", "primary", "academy", "college", "hospital", "clinic", "centre", "center", "street", "road", "lane",
    "avenue", "house", "church", "park", "trust", "ward", "nursery", "hall", "infants", "juniors", "foundation",
    "surgery", "scale", "test", "approach", "project",
  ]
  /// So many words between a name and its clue.
  private static let reach = 9

  /// Common forenames in a sentence in which something near says that a child is meant: `Ella, aged 7`, `Amir and his mum`.
  static func childrensNames(_ text: String) -> [String] {
    text.split(whereSeparator: { ".!?\n;".contains($0) }).flatMap { sentence in
      names(
        sentence.split { !($0.isLetter || $0.isNumber || "'’-".contains($0)) }.map { word in
          String(word.drop { "'’-".contains($0) })
        }.filter { !$0.isEmpty })
    }
  }

  private static func names(_ words: [String]) -> [String] {
    let plain = words.map { Folding.fold(String($0.prefix { !"'’".contains($0) })) }
    let clues = words.indices.filter { isClue($0, words, plain) }
    if clues.isEmpty { return [] }
    return words.indices.compactMap { place in
      let word = words[place]
      guard word.first?.isUppercase == true, PersonalDataNames.all.contains(plain[place]) else { return nil }
      if place > 0, titles.contains(plain[place - 1]) { return nil }
      if plain[(place + 1)...].prefix(2).contains(where: places.contains) { return nil }
      guard clues.contains(where: { $0 != place && abs($0 - place) <= reach }) else { return nil }
      return String(word.prefix { !"'’".contains($0) })
    }
  }

  private static func isClue(_ place: Int, _ words: [String], _ plain: [String]) -> Bool {
    let word = plain[place]
    if clues.contains(word) { return true }
    if counted.contains(word), place + 1 < plain.count, isSmall(plain[place + 1]) { return true }
    // `7 year old`, `7-year-old`, `Y3`, `3A`.
    if isSmall(word), place + 1 < plain.count, ["year", "years", "yr", "yrs"].contains(plain[place + 1]),
      plain[(place + 1)...].prefix(3).contains("old")
    {
      return true
    }
    if word.contains("year old") || word.hasSuffix("yearold") || word.hasSuffix("year olds") { return true }
    return word.first == "y" && isSmall(String(word.dropFirst()))
  }

  private static func isSmall(_ text: String) -> Bool { Int(text).map { (0...25).contains($0) } ?? false }
}

/// Common forenames of children in Britain, folded; without those that are words of every day, such as Grace or Will.
enum PersonalDataNames {
  static let all: Set<String> = Set(
    """
    aaliyah aaron abbie abdul abdullah abigail adam adil ahmad ahmed aidan aisha aiden ailsa alan albert albie alex alexa
    alexander alexandra alfie alfred ali alice alicia alisha alistair amaan amelia amelie amin amina amir amira amy
    ana anaya andre andrew anisa anna annabelle anya archie ariana arjun arlo arthur arya asha asher ashley
    atif aurora austin ava ayaan ayaz ayesha ayla bartosz beatrice bella ben benjamin beth bethany bilal billy blake
    bobby bonnie brandon brodie brooke callum calum cameron carter casey catherine cerys chantelle charles charlie
    charlotte chloe christopher ciara clara connor conor corey courtney dafydd daisy daniel danny darcey darcy darius
    david dawid declan demi dexter dilan dominic dylan ebony eden edith edward eesa eilidh elena eli elias elijah eliza
    elizabeth ella ellen ellie elliot elliott ellis elsie emilia emily emma eoin erin esme ethan eva evan evelyn evie
    ezra faisal farah fatima fatma felicity felix fergus filip finlay finley finn fiona fletcher florence frances
    francesca frank frankie fraser fred freddie frederick freya gabriel gareth george georgia georgie georgina gethin
    gracie gurpreet gwen hadi hafsa hamish hamza hana hannah haris harleen harley harman harriet harris harrison
    harry harvey hasan hassan hattie haydn heidi helena henry hollie holly hugo humza hussain ibrahim idris imaan imogen
    imran inaya india iqra isaac isabel isabella isabelle isha isla ismail isobel iwan jack jacob jade jake jakub james
    jamie jamil jasmin jasmine jason jasper jayden jemima jenna jennifer jenson jess jessica joanna joe joel john joseph
    josephine josh joshua jude julia julian kacper kai kaitlyn kamil karim kate katherine katie kayden kayla keira kelsey
    khadija khadijah khalid kian kieran kiera kira kiran kyle lacey laila lara laura lauren layla leah lena lennon leo
    leon leona leonardo leyla lexi liam lilia lilly lily logan lola lorcan lottie louie louis louisa luca lucas lucia
    lucy luka lukas luke luna lydia lyla mabel macie maddison madison maisie malachi malik maariyah marcel marcus margot
    maria mariam marnie martha martin maryam mason matilda matthew maximilian maya megan mehmet melissa mia michael
    mikael mila millie milo miriam mohamed mohammad mohammed molly morgan muhammad musa mustafa mya myla nadia naomi
    natalia natalie natasha nathan nathaniel neve niamh nicholas nicole nikita nina noah noor nora olek oliver olivia
    ollie omar orla oscar oskar owen oyinkan paige patrick paulina penelope peter phoebe piotr pippa poppy rafael
    raheem rahul ralph raphael raven rayan rebecca reece reggie reuben rhiannon rhys riley rishi robert robyn rohan roman
    romeo ronan ronnie rory rosa rosie roxanne ruben ruby rufus ruth ryan saad safa safiya sahil saif salma salman sam
    samantha samira samuel sana sara sarah sasha scarlett sean sebastian selina seren seth shanice shannon shay shreya
    sian siena sienna simran sofia sophia sophie sorcha spencer stanley stella stephen suleman summayah sumaya susanna
    szymon tabitha tamara tanisha tariq teddy teo thea theo theodore thomas tilly tobias toby tom tommy travis tristan
    tyler umar usman vanessa victoria violet vivaan wiktoria william wojciech xander yahya yasin yasmin youssef yusuf
    yousuf zac zach zachary zahra zain zaina zainab zak zakariya zara zayd zayn zeynep zoe zofia zoya zuzanna
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
