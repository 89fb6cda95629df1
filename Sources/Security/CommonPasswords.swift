/// The words that leaked passwords of twelve and more characters are made of. A full list of breached passwords would be
/// many megabytes and still miss `Sunshine2026!!`; a short list of their words and the usual ways to lengthen one
/// (figures, an exclamation mark, letters written as figures, the word twice) catches the same people.
enum CommonPasswords {
  /// Whether nothing is left of the password but at most two of these words, once figures, marks and masks are off.
  static func contain(_ password: String) -> Bool {
    let whole = password.lowercased()
    let begun = whole.reversed().drop { !$0.isLetter }.reversed()
    let inner = begun.drop { !$0.isLetter }
    return [whole.filter(\.isLetter), unmasked(whole), unmasked(String(begun)), unmasked(String(inner))].contains {
      let letters = $0.filter(\.isLetter)
      return letters.count < 4 || distinctWords(in: letters) <= 2
    }
  }

  /// Letters that were written as figures, read as letters.
  static func unmasked(_ text: String) -> String {
    String(text.map { masks[$0] ?? $0 })
  }

  private static let masks: [Character: Character] = [
    "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "!": "i",
  ]

  /// The least number of different listed words that spell `letters` out, or a large number where they do not.
  private static func distinctWords(in letters: String) -> Int {
    let letters = Array(letters)
    guard letters.count <= 60 else { return .max }
    // The sets of words that spell the first `end` letters; sets of more than two are of no interest.
    var ways: [Set<Set<String>>] = [[[]]]
    for end in 1...letters.count {
      var here: Set<Set<String>> = []
      for length in 1...min(end, 12) {
        let word = String(letters[end - length..<end])
        guard words.contains(word) else { continue }
        for way in ways[end - length] where way.union([word]).count <= 2 { here.insert(way.union([word])) }
      }
      ways.append(here)
    }
    return ways[letters.count].map(\.count).min() ?? .max
  }

  private static let words: Set<String> = Set(
    """
    password passwort passw pass word passcode secret letmein let me in login logon signin welcome hello hi admin
    administrator root user username guest test testing tester temp temporary changeme change default system server
    computer internet office company work home house money please enter access open master manager
    qwerty qwertyuiop qwert asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx abc abcd abcde abcdef abcdefg
    iloveyou love lovely lover loveme babygirl baby angel princess prince queen king sunshine sunny flower flowers rainbow
    butterfly unicorn fairy magic wizard dragon monkey tiger lion panda kitty kitten cat cats dog dogs doggy puppy bunny
    rabbit horse horses pony bear teddy fluffy buster charlie jack george harry sam max molly poppy daisy bella coco ruby
    lucky smudge rosie oscar alfie lola tilly milly jessica michael michelle daniel thomas jordan joshua matthew andrew
    robert william james david ashley nicole amanda jennifer hannah sophie emma emily olivia chloe lucy katie charlotte
    amy lauren mum mummy dad daddy nan grandad family children kids friend friends forever happy smile smiley
    superman batman spiderman pokemon pikachu starwars star wars trek matrix hunter killer shadow ninja pirate warrior
    soldier freedom summer winter spring autumn january february march april may june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday today tomorrow holiday holidays christmas
    birthday football baseball soccer hockey rugby cricket tennis golf fishing running dance dancing music guitar piano
    liverpool arsenal chelsea everton manchester united city tottenham spurs westham rangers celtic newcastle villa leeds
    london england scotland wales ireland britain british english chocolate cheese banana orange apple cherry pepper
    ginger cookie coffee sugar candy honey biscuit pumpkin purple yellow green blue red black white silver golden gold
    diamond crystal ferrari porsche mercedes harley yamaha corvette mustang
    school teacher teaching teach class classroom lesson learning learn education student students pupil pupils senco send
    inclusion nursery primary secondary academy college head headteacher head staff staffroom trellis provision map
    google facebook twitter instagram youtube microsoft windows apple iphone samsung android
    trustno one onetwothree one two three four five six seven eight nine ten number my your the is its for and this that
    blah what ever whatever fuck fuckyou fuckoff bollocks shit bitch sexy sex hotstuff
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
