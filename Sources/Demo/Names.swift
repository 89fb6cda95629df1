/// Invented people. Forenames and surnames are common ones of many languages; who bears both here is nobody.
enum Names {
  static let girls = [
    "Aaliyah", "Abigail", "Adaeze", "Agnieszka", "Aisha", "Alice", "Amara", "Amelia", "Amina", "Anaya", "Anja", "Ava",
    "Beatriz", "Bethan", "Carys", "Chloe", "Daisy", "Elena", "Ella", "Emily", "Esme", "Evie", "Farah", "Fatima",
    "Freya",
    "Grace", "Hana", "Hannah", "Harper", "Imogen", "Ines", "Isla", "Ivy", "Jasmine", "Jess", "Kasia", "Khadija",
    "Layla",
    "Leila", "Lily", "Lola", "Maisie", "Maja", "Mariam", "Matilda", "Mei", "Mia", "Nadia", "Niamh", "Noor", "Olivia",
    "Orla", "Phoebe", "Poppy", "Priya", "Rania", "Rosa", "Ruby", "Sadia", "Safiya", "Saoirse", "Scarlett", "Sofia",
    "Thandiwe", "Tilly", "Vanessa", "Willow", "Xinyi", "Yasmin", "Zainab", "Zofia",
  ]
  static let boys = [
    "Aaron", "Abdullah", "Adam", "Adrian", "Ahmed", "Aidan", "Alfie", "Amir", "Andrei", "Archie", "Arjun", "Arthur",
    "Ashton", "Ayaan", "Ben", "Bilal", "Callum", "Chidi", "Connor", "Daniel", "Dawid", "Dev", "Dylan", "Elijah",
    "Emeka",
    "Ethan", "Farhan", "Felix", "Filip", "Finley", "Freddie", "George", "Hamza", "Harry", "Hassan", "Henry", "Hugo",
    "Ibrahim", "Imran", "Isaac", "Jack", "Jakub", "Jamal", "Jayden", "Joshua", "Kai", "Kwame", "Leo", "Liam", "Lucas",
    "Mason", "Mateusz", "Max", "Mohammed", "Musa", "Nathan", "Noah", "Oliver", "Omar", "Oscar", "Oskar", "Owen",
    "Rayan",
    "Reuben", "Rhys", "Rohan", "Ryan", "Samir", "Samuel", "Sebastian", "Stefan", "Tariq", "Theo", "Toby", "Tomi",
    "Tyler", "William", "Yusuf", "Zac",
  ]
  static let surnames = [
    "Abbott", "Adeyemi", "Ahmed", "Akhtar", "Ali", "Allen", "Amadi", "Anderson", "Bailey", "Banerjee", "Barnes",
    "Begum",
    "Bennett", "Blake", "Boateng", "Bose", "Brennan", "Brooks", "Byrne", "Carter", "Chapman", "Chaudhry", "Chen",
    "Clarke",
    "Cole", "Costa", "Dabrowski", "Dalton", "Das", "Davies", "Dawson", "Dhillon", "Diallo", "Doyle", "Edwards", "Evans",
    "Farah", "Fernandes", "Fisher", "Flynn", "Foster", "Gill", "Gordon", "Grant", "Green", "Griffiths", "Hall", "Haq",
    "Harris", "Hassan", "Hayes", "Hoang", "Holmes", "Hughes", "Hussain", "Ibrahim", "Iqbal", "Jackson", "James",
    "Jenkins",
    "Jones", "Joshi", "Kamara", "Kaur", "Kelly", "Khan", "King", "Knight", "Kowalski", "Kumar", "Lam", "Lee", "Lewis",
    "Lowe", "Mahmood", "Malik", "Marsh", "Mensah", "Miah", "Mills", "Mohamed", "Moore", "Morgan", "Murphy", "Nguyen",
    "Nowak", "O’Brien", "O’Connor", "Okafor", "Okonkwo", "Osei", "Owens", "Palmer", "Parker", "Patel", "Pereira",
    "Popescu",
    "Price", "Qureshi", "Rahman", "Reid", "Roberts", "Robinson", "Rossi", "Ryan", "Santos", "Shah", "Sharma", "Shaw",
    "Silva", "Simpson", "Singh", "Smith", "Stewart", "Sutton", "Taylor", "Thomas", "Thompson", "Tran", "Turner",
    "Uddin",
    "Walker", "Walsh", "Ward", "Watson", "Webb", "White", "Williams", "Wilson", "Wójcik", "Wong", "Wright", "Young",
    "Yusuf", "Zhang", "Zielińska",
  ]
  static let titles = ["Mrs", "Mr", "Miss", "Ms"]
}
