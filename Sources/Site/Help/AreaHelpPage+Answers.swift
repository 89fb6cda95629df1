import Components
import Domain
import Markup

extension AreaHelpPage {
  static var gettingIn: HTML {
    """
    <ol><li>Open the address that you were sent, or choose your review from the <a href="\(Way.areas)">list of reviews</a>.</li>\
    <li>Press “Register with the code”. Type the code that the organiser gave you, your name, your e-mail address and the name \
    of your school, service or group.</li>\
    <li>Choose a password, read the terms of use, and you are in. Where mail is set up here, a link is sent to you first.</li></ol>\
    <p>If you have used Trellis before, for a school or for another area, sign in instead. Then the code alone is enough. \
    Next time, sign in with your e-mail address and password.</p>
    """
  }

  static let cannotRegister: HTML = """
    <p>Look for one of these:</p><ul>\
    <li><strong>No code, or a mistyped one.</strong> Hyphens, full stops and other marks in it count. Capitals and small letters \
    are the same.</li>\
    <li><strong>The code of another review.</strong> A code opens one review only. Check the title at the top of the page.</li>\
    <li><strong>An old code.</strong> The organiser may have changed it, it may be past its last day, or it may have been used \
    as often as it can be. Ask for the new one.</li>\
    <li><strong>The wrong time.</strong> A review can be joined between its first and its last day.</li>\
    <li><strong>Too many tries.</strong> After many wrong codes there is a pause of five minutes.</li>\
    <li><strong>You have an account.</strong> Then sign in, and join with the code.</li></ul>\
    <p>Every refusal says which of these it is and whom to ask. What you typed stays on the page.</p>
    """

  static let code: HTML = """
    <p>A word or a few words that the organiser of a review hands to everybody who is to take part, such as \
    “maple-otter-lantern-47”. It shows that you were asked, and puts what you add into the right review. It is not your \
    password: everybody who takes part has the same code. Nobody else can give it to you.</p>\
    <p>The code lets you in as a person. Somebody of your organisation, or the organiser, then confirms that you work there. \
    Until then you see only what you wrote yourself.</p>
    """

  static let commissioning: HTML = """
    <p>One map of what there is and what is missing, told by everybody who was asked: schools, settings, health, voluntary \
    groups, parents. It can be read by strand and level, by place, by kind of organisation and by round, and down to each \
    entry. It also shows who has not answered, so that silence is not taken for “nothing there”. Parents and young people \
    add their own word by a survey.</p>\
    <p>The coordinator invites you as a commissioner: you read everything that was sent in, and no drafts. Figures on need and \
    on the staff that it takes come in a later version.</p>
    """

  static let providing: HTML = """
    <p>Your own part of the map: all that your service offers, cell by cell, with whom it reaches, where, how often and with \
    what evidence; and the gaps that you see from where you work. Cells that you have not answered are marked, and a round \
    can begin with a copy of the last one. You can take part in several areas with one account.</p>\
    <p>That is a description of your service for your plan, for a tender or for a business case, always in the same order. A \
    workspace for plans and outcomes comes in a later version.</p>
    """

  static var notListed: HTML {
    """
    <p>Some reviews are not in the <a href="\(Way.areas)">list</a> on purpose. Look in the message that you were sent for a web \
    address that ends in the review’s own name, and open it. If you were sent none, ask whoever told you of the review. A \
    review that has not opened yet, or has closed, is not in the list either.</p>
    """
  }

  static var framework: HTML {
    """
    <p>On a grid: <a href="\(Way.helpOnAreas(.strands))">strands</a> across, which say what kind of support it is, and \
    <a href="\(Way.helpOnAreas(.levels))">levels</a> down, which say for whom. Where they meet is a cell. Each cell says in one \
    sentence what should be true for children there, with help, examples and questions to check your answer by. One entry can \
    serve several cells.</p>\
    <p>The grid and its words belong to Trellis and can be changed by each area. So the words that you see in a review are \
    those that its coordinator chose.</p>
    """
  }

  static var strands: HTML {
    """
    <p>The five kinds of support that a child may need around them. What is missing is mapped on the same five.</p>\
    <dl>\(each: StandardFramework.strands, { "<dt><strong>\($0.name)</strong></dt><dd>\($0.aim)</dd>" })</dl>
    """
  }

  static var levels: HTML {
    """
    <p>They say how closely support is made for a child. A child may need several at once, and goes between them freely; a \
    higher level comes beside the others, never in their place.</p>\
    <dl>\(each: StandardFramework.threeLevels, { "<dt><strong>\($0.name)</strong></dt><dd>\($0.meaning)</dd>" })</dl>\
    <p>Some areas use four levels, with one between the last two:</p>\
    <dl>\(each: StandardFramework.fourLevels.filter { $0.key == "targeted-plus" }, { "<dt><strong>\($0.name)</strong></dt><dd>\($0.meaning)</dd>" })</dl>
    """
  }

  static let schoolScheme: HTML = """
    <p>Yes, what you add is not lost for it. It stays under your school’s name, on the same strands and levels on which a school \
    judges its own support, and you can read it at any time. A scheme by which a school is accredited for its support comes in \
    a later version; Trellis has none yet. Until then, ask the organiser of your review which scheme your area uses.</p>
    """

  static let schoolAgain: HTML = """
    <p>No. If your school keeps its map in Trellis, open the catalogue, press “Offer to an area”, choose the review and tick \
    the lines. You see word for word what will be sent, and send it in one act. No pupil is in it, only totals rounded to fives, and \
    nothing that fewer than five pupils have. For this, the SENCO takes part in the review for the school, with its code.</p>\
    <p>If you have it in a table or in another scheme’s papers, ask the organiser of your review: a list of entries can be \
    brought in as a file. Bringing over what is kept for an accreditation scheme comes together with that scheme, in a later \
    version.</p>
    """
}
