/// Forenames that one child may go by: common British ones, and spellings of names that are written in many ways.
enum Nicknames {
  /// Every name that stands in a line with this one; both folded. Empty where there is none.
  static func others(of name: String) -> Set<String> { table[name] ?? [] }

  private static let table: [String: Set<String>] = {
    var table: [String: Set<String>] = [:]
    for line in lines.split(separator: "\n") {
      let names = Set(line.split(separator: " ").map(String.init))
      for name in names { table[name, default: []].formUnion(names.subtracting([name])) }
    }
    return table
  }()

  private static let lines = """
    ellie elle ella elena eleanor eleanora nell nora lena
    ellie elizabeth eliza liz lizzie libby beth bethany betsy betty elsie
    kate katie kat kathy kathryn katherine catherine catrin cat cathy kitty karen katarzyna kasia
    tom tommy thomas tomas tomasz tomek
    sam sammy samuel samantha samira
    alex alexander alexandra alexis alexa lexi xander sasha sandy aleksander aleksandra aleksandr ola olek alessandro
    charlie charles charlotte lottie charley carlos karol
    jack john johnny jackson jon jonathan jonny ian sean shaun
    harry henry harrison harold hal enrique henryk
    will william willow bill billy liam wilf wilfred guillermo
    ben benjamin benedict bennett benji benny
    dan danny daniel daniella daniela danielle dani
    matt matthew matty mathew mateusz mateo matteo
    mike michael mikey mick mickey michal mikhail misha miguel mikolaj
    nick nicky nicholas nicolas nico nicola nicole niko
    joe joey joseph josef jose joshua josh yusuf yousuf yousef youssef yusef yosef
    jake jacob jakub kuba jakob yaqub yaqoob
    zach zac zak zack zachary zachariah zakariya zakaria zakariyya zakir
    nate nathan nathaniel nat natan
    abby abi abbie abigail gail
    maddie maddy madeleine madeline madison maddison
    izzy izzie isabel isobel isabella isabelle bella belle
    millie milly amelia emilia emily emilie camilla mila amelie em emma
    molly mary maria marie polly maryam mariam miriam mariyam
    maggie meg megan margaret maisie daisy peggy greta malgorzata gosia
    evie eve eva evelyn ewa evangeline
    fred freddie freddy frederick alfred alfie alf frederic
    archie archibald archer
    ted teddy edward eddie ed edgar edmund ned theodore theo
    ollie olly oliver olivia liv livvy olive oliwia oliwier
    grace gracie
    rose rosie rosa rosemary rosalind rosanna
    tilly tillie matilda mattie mathilda otillie ottilie
    toby tobias
    gabe gabriel gabrielle gabriella gabby
    jess jessie jessica jessamy
    jen jenny jennifer jenna
    becky becca rebecca beck
    steph stephanie stefania stefan stephen steven steve
    vicky victoria tori vic wiktoria victor wiktor
    natalie natalia natasha tasha nastya anastasia ana
    chris christopher christian christina kris kit krzysztof christine chrissie
    andy andrew drew andrea andrzej andre andreas
    tony anthony antonio antoni anton ant
    rob robbie robert robyn bob bobby bert
    dave davey david dawid davy
    jim jimmy james jamie jay jem
    rick ricky richard richie dick ryszard riccardo
    greg gregory grzegorz
    ron ronnie ronald ronan veronica
    reg reggie reginald
    lou louie louis lewis luis louisa louise lulu lois
    leo leon leonard leonardo leonie lenny len
    max maximilian maxwell maxine maksymilian maxim
    mo mohammed muhammad mohamed mohammad muhammed mohamad muhammd mohammod md mohd mehmet
    abdul abdullah abdallah abdulla abdulrahman abdirahman abdi
    ahmed ahmad ahmet achmed
    ali alistair alison alicia alisha alasdair alastair
    al alan albert alfred albie bertie
    hussain hussein husain hossain hassan hasan hassaan
    aisha ayesha aysha aishah ayisha aicha
    fatima fatimah fatema fatma fatimata
    zainab zaynab zeinab zaineb
    hamza hamzah hamsa
    ibrahim ebrahim ibraheem abraham abe bram
    isaac ishaq izaak zac
    khadija khadijah kadija khadeeja
    safiya safiyah safia saffiyah saffron
    sofia sophia sophie zofia zosia sofie sofiya
    anna ana anya ania annie anne ann annabel annabelle hannah hanna
    barbara basia babs
    joanna asia jo joan joanne josephine josie jojo joana
    stan stanley stanislaw stas
    dima dmitri dmitry dimitri
    fran frances francesca francis frank frankie franek franciszek francesco
    gus angus august augustus gustav gustaw fergus
    hattie harriet hatty
    imogen immy immie
    lucy lucia lucinda lucie luca lucas lukas luke lukasz
    pippa philippa phil philip phillip pip filip
    sarah sara sadie sally zara sarai
    sid sidney sydney
    tabby tabitha
    vi violet viola violetta
    winnie winifred winston
    paddy pat patrick patricia trish patryk padraig tricia
    pete peter piotr pedro petra
    si simon szymon simeon
    tim timmy timothy tymon
    vinnie vincent vince
    mark marcus marc marek markus marco
    phoebe phebe febe
    nina nia niamh neve
    siobhan shivaun
    sian shan sean
    caitlin kaitlyn katelyn caitlyn kaitlin
    kayden caden kaden
    jayden jaden jaiden
    aidan aiden ayden
    aaron arron aron
    connor conor conner
    callum calum
    finn finlay finley fionn fin
    georgie george georgia georgina georgiana
    gina georgina regina virginia
    hal hallie halle
    kim kimberley kimberly
    lexie alexia alexandra
    lily lilly lillian lilian lilia lillie liliana
    mac mackenzie mckenzie kenzie
    poppy penny penelope penelopa
    ray raymond rayan rayyan
    sebastian seb bastian
    syed sayed sayid said
    tia tiana tianna
    umar omar umer
    usman othman osman
    yasmin yasmine jasmine jaz jas yaz
    zaid zayd zayed
    """
}
