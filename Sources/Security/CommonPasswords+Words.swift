extension CommonPasswords {
  /// What this country, its schools and its football teams add to the list beside the program, and short words, which that
  /// list leaves out.
  static let own: [String] =
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
    ofsted safeguarding governor governors assembly playground playtime lunchtime hometime homework phonics maths english
    science history geography register reception assistant ehcp ehcplan scool skool gryffindor hufflepuff ravenclaw
    slytherin hogwarts dumbledore voldemort minecraft fortnite roblox lionesses leicester southampton brighton burnley
    brentford wolves watford norwich sunderland middlesbrough sheffield birmingham yorkshire lancashire rockyou

    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  /// Phrases that everybody knows, each as good as one word: passphrases that were printed as examples, first lines, sayings.
  static let phrases: [String] =
    """
    correct horse battery staple/correct horse battery/horse battery staple/coffee train fish/wall tin shirt/
    red house monkeys/apple nemo biro/purple monkey dishwasher/the quick brown fox/quick brown fox/
    the quick brown fox jumps over the lazy dog/to be or not to be/that is the question/once upon a time/
    happily ever after/open sesame/may the force be with you/i am your father/live long and prosper/winter is coming/
    you shall not pass/hakuna matata/to infinity and beyond/happy birthday to you/happy birthday/merry christmas/
    god save the king/god save the queen/keep calm and carry on/mind the gap/twinkle twinkle little star/
    mary had a little lamb/humpty dumpty/three blind mice/baa baa black sheep/jack and jill/row row row your boat/
    the wheels on the bus/incy wincy spider/i love you/i love you so much/i love my family/i love my mum/i love my dog/
    let me in/let me in please/this is my password/this is a password/my secret password/do not tell anyone/
    you will never walk alone/youll never walk alone/glory glory/come on england/its coming home/football is coming home/
    every child matters/special educational needs/one two three four five/raindrops keep falling/troubador/troubadour/
    in the beginning/our father/dont panic/carpe diem/life is good/never give up/winnie the pooh/harry potter/the gruffalo/
    a gruffalo whats a gruffalo/the very hungry caterpillar/we are going on a bear hunt/room on the broom/lorem ipsum
    """.split(separator: "/").map { String($0.filter(\.isLetter)) }.filter { !$0.isEmpty }
}
