/// Common forenames of children in Britain, folded; without those that are words of every day, such as Grace or Will.
enum PersonalDataNames {
  static let all: Set<String> = Set(
    """
    aaliyah aaron abbie abdul abdullah abena abigail adaeze adam ade adil adrian afia agnieszka ahmad ahmed ahmet
    aidan aiden ailsa aisha alan alba albert albie aleksander aleksandra alex alexa alexander alexandra alexandru
    alfie alfred ali alice alicia alisha alistair ama amaan amara amelia amelie amelka amin amina amir amira amy ana
    anastasia anastasiia anaya andre andreea andrei andrew anika anisa anna annabelle antoni anya archie arham
    ariana ariyan arjun arlo artem arthur arya asha asher ashley atif aurora austin ava ayaan ayaz ayesha ayla ayo
    bartosz beatrice bella ben benjamin beth bethany bilal billy blake bobby bogdan bonnie brandon brodie brooke
    callum calum cameron carter casey catherine cerys chantelle charles charlie charlotte chidera chidi chinedu
    chioma chloe christopher ciara clara connor conor corey courtney cristian dafydd daisy daniel danny darcey darcy
    daria darius dariusz darya david dawid declan demi deniz dexter diana diego dilan dimitar dmytro dominic dylan
    ebony ebrahim eden edith edward eesa eilidh elena eli elias elif elijah eliza elizabeth ella ellen ellie elliot
    elliott ellis elsie emeka emil emilia emilija emily emine emma emre enzo eoin erin esme esra ethan eva evan
    evelyn evie ezra fabian faisal farah farhan fatima fatma felicity felix fergus filip finlay finley finn fiona
    fletcher florence frances francesca frank frankie fraser fred freddie frederick freya gabriel gabriela gabriele
    gareth george georgia georgie georgina gethin gosia gracie gurpreet gwen habiba hadi hafsa haleema hamid hamish
    hamza hana hannah haris harjit harleen harley harman harriet harris harrison harry harvey hasan hassan hattie
    haydn heidi helena henry hira hollie holly hubert hugo humza hussain hussein ibrahim idris ifeoma igor ikram
    ilinca ilyas imaan imogen imran inaya india inigo ioana iqra isaac isabel isabella isabelle isha isla ismail
    isobel ivan iwan iza jack jacob jade jake jakub james jamie jamil jaskaran jasleen jasmin jasmine jason jasper
    jayden jemima jenna jennifer jenson jess jessica joanna joao joe joel john joseph josephine josh joshua jovan
    jude julia julian kacper kai kaitlyn kaja kamil kamila karim karol karolina katarzyna kate kateryna katherine
    katie kayden kayla keira kelsey khadija khadijah khaled khalid kian kiera kieran kira kiran kofi konrad kuba
    kwabena kwame kyle lacey laiba laila lara laura lauren layla leah lena lennon leo leon leona leonardo lexi leyla
    liam lilia lilly lily logan lola lorcan lottie louie louis louisa luca lucas lucia lucy luka lukas lukasz luke
    luna lydia lyla maariyah mabel macie maciej maddison madison magda maisha maisie maja maksim maksym maksymilian
    malachi malak malik malika marcel marcus marek margot maria mariam mariia marnie marta martha martin maryam
    mason matei mateo mateus mateusz matilda matthew maximilian maya megan mehmet melissa mia michael mihai mikael
    mikolaj mila milan milena millie milo minahil miriam mohamed mohammad mohammed mohamud mohsin molly monika
    morgan muhammad musa mustafa mya mykola myla nabil nadia nadine naima naomi nasir natalia natalie natan natasha
    nathan nathaniel nawal neve niamh nicholas nicole nikita nikola nikolai nikolas nimra nina nkechi noah noor nora
    obinna olek oleksandr oliver olivia oliwia ollie oluwaseun oluwatobi omar ondrej orla oscar oskar oskars owen
    oyinkan paige patrick patrycja paulina pavel pawel penelope peter phoebe piotr pippa poppy preeti priya radu
    rafael raheem rahul ralph rania raphael raven rayan razvan rebecca reece reggie reuben rhiannon rhys ridwan
    riley rishi robert robyn rohan roman romeo ronan ronnie rory rosa rosie roxanne ruben ruby rufus rukhsana ruth
    ryan saad sabina safa safiya safiyyah sahil sahra saif salma salman sam samantha samina samira samuel sana sara
    sarah sasha scarlett sean sebastian sebastien selina senthil seren seth shakira shanice shannon shay shazia
    shreya sian siena sienna simona simran siobhan sofia sofiia solomiia sophia sophie soraya sorcha spencer
    stanislaw stanley stefan stella stephen suleman sumaya sumayyah summayah sunil susanna svetlana szymon tabitha
    tadeusz tamara tanisha tariq tatiana teddy temi temitope teo thea theo theodore thiago thomas tilly tobi tobias
    tobiasz toby tom tomasz tommy travis tristan tyler ugne umar usman uzma valentina vanessa vanya victoria viktor
    viktoria viktoriia violet vivaan vlad wanjiru wiktor wiktoria william wojciech xander yahya yaroslav yasin
    yasmin yasmine yetunde yevhen youssef yousuf yuki yuliia yuna yusuf zac zach zachary zahra zain zaina zainab zak
    zakariya zara zayd zayn zeynep zoe zofia zosia zoya zuzanna zuzia
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
