import Domain

/// The localities of the invented area with their boundaries, and who takes part in its review.
enum AreaPlaces {
  /// From the north-west, row by row.
  static let localities = [
    "Northfen", "Upper Thorn", "Saltmarsh", "Ashfield", "Wendle Valley", "Castle Quay",
  ]

  /// GeoJSON geometries of `localities`: neighbours share the points of their border.
  static var boundaries: [String] {
    let a = (0, 20), b = (10, 20), c = (20, 20), d = (31, 19)
    let e = (-1, 10), f = (11, 9), g = (19, 10), h = (32, 10)
    let i = (1, 1), j = (10, 0), k = (21, 0), l = (30, -1)
    let north = [(5, 21), (15, 22), (25, 21)]
    let middle = [(5, 11), (15, 11), (25, 9)]
    let south = [(5, -1), (16, -2), (26, 1)]
    let upper = [(-2, 15), (9, 14), (21, 15), (33, 14)]
    let lower = [(0, 5), (12, 4), (20, 5), (32, 4)]
    let rings = [
      [a, upper[0], e, middle[0], f, upper[1], b, north[0]], [b, upper[1], f, middle[1], g, upper[2], c, north[1]],
      [c, upper[2], g, middle[2], h, upper[3], d, north[2]], [e, lower[0], i, south[0], j, lower[1], f, middle[0]],
      [f, lower[1], j, south[1], k, lower[2], g, middle[1]], [g, lower[2], k, south[2], l, lower[3], h, middle[2]],
    ]
    return rings.map { ring in
      let points = (ring + [ring[0]]).map { x, y in "[\(-1.5 + Double(x) * 0.02),\(53 + Double(y) * 0.012)]" }
      return "{\"type\":\"Polygon\",\"coordinates\":[[\(points.joined(separator: ","))]]}"
    }
  }

  /// An organisation of the review: how often it speaks, set beside the others.
  struct Place {
    let name: String
    let sector: String
    /// Its place in `localities`; nil: it works everywhere.
    let locality: Int?
    let urn: String?
    let isExpected: Bool
    /// 0: nobody of it has joined.
    let voice: Int

    init(
      _ name: String, _ sector: String, in locality: Int? = nil, urn: String? = nil, isExpected: Bool = true, voice: Int
    ) {
      self.name = name
      self.sector = sector
      self.locality = locality
      self.urn = urn
      self.isExpected = isExpected
      self.voice = voice
    }
  }

  /// The service whose contributor the demonstration's door opens.
  static let therapy = "Marlowshire Children’s Therapy Service"

  /// Sixty, unevenly spread: some say much, some little, some nothing, and the coast is hardly heard of.
  static let all: [Place] = schools + others

  private static let schools: [Place] = [
    Place(SchoolPlan.primary.name, "school", in: 3, urn: SchoolPlan.primary.urn, voice: 6),
    Place(SchoolPlan.secondary.name, "school", in: 4, urn: SchoolPlan.secondary.urn, voice: 6),
    Place("Ashfield St Wilfrid’s Primary School", "school", in: 3, voice: 4),
    Place("Mill Lane Primary School", "school", in: 3, voice: 5),
    Place("Tanner’s Row Infant School", "school", in: 3, voice: 3),
    Place("Ashfield Academy", "school", in: 3, voice: 3),
    Place("Wendle Bridge Primary School", "school", in: 4, voice: 4),
    Place("Holly Bank Primary School", "school", in: 4, voice: 3),
    Place("Orchard House Special School", "school", in: 4, voice: 9),
    Place("Northfen Primary School", "school", in: 0, voice: 2),
    Place("Fen Edge Federation", "school", in: 0, voice: 1),
    Place("Drovers’ High School", "school", in: 0, voice: 2),
    Place("Reedcutters’ Primary School", "school", in: 0, voice: 0),
    Place("Thornby Primary School", "school", in: 1, voice: 3),
    Place("Upper Thorn Church Primary School", "school", in: 1, voice: 2),
    Place("Thorn Ridge Academy", "school", in: 1, voice: 3),
    Place("Beacon Hill Primary School", "school", in: 1, voice: 0),
    Place("Saltmarsh Primary School", "school", in: 2, voice: 1),
    Place("Lighthouse Road Primary School", "school", in: 2, voice: 0),
    Place("Saltmarsh High School", "school", in: 2, voice: 0),
    Place("Sandpiper Infant School", "school", in: 2, voice: 1),
    Place("Castle Quay Primary School", "school", in: 5, voice: 4),
    Place("Ropewalk Junior School", "school", in: 5, voice: 3),
    Place("Quayside Academy", "school", in: 5, voice: 4),
    Place("St Brannoc’s Primary School", "school", in: 5, voice: 2),
    Place("The Anchorage Pupil Referral Unit", "school", in: 5, voice: 4),
    Place("Keeper’s Wood Primary School", "school", in: 5, voice: 0),
  ]

  private static let others: [Place] = [
    Place("Little Acorns Nursery, Ashfield", "early-years", in: 3, voice: 4),
    Place("Wendle Valley Nursery School", "early-years", in: 4, voice: 5),
    Place("Northfen Village Playgroup", "early-years", in: 0, voice: 1),
    Place("Thornby Preschool", "early-years", in: 1, voice: 2),
    Place("Saltmarsh Sandcastles Playgroup", "early-years", in: 2, voice: 0),
    Place("Quayside Day Nursery", "early-years", in: 5, voice: 3),
    Place("Childminders’ Network of Marlowshire", "early-years", voice: 1),
    Place(therapy, "health", voice: 12),
    Place("Marlowshire Health Visiting and School Nursing", "health", voice: 7),
    Place("Castle Quay Child Development Centre", "health", in: 5, voice: 7),
    Place("Marlowshire Children’s Mental Health Service", "health", voice: 8),
    Place("Community Paediatrics, Wendle Hospital", "health", in: 4, voice: 2),
    Place("Hearing and Vision Clinic", "health", in: 4, voice: 0),
    Place("Educational Psychology Service", "authority", voice: 7),
    Place("Specialist Teaching Service", "authority", voice: 8),
    Place("Marlowshire Family Hubs", "authority", voice: 8),
    Place("Portage and Early Years Inclusion", "authority", voice: 5),
    Place("Marlowshire Virtual School", "authority", voice: 2),
    Place("Short Breaks Team", "social-care", isExpected: false, voice: 3),
    Place("Children with Disabilities Social Work", "social-care", voice: 0),
    Place("Talkabout Marlowshire", "voluntary", voice: 6),
    Place("The Shed, Castle Quay", "voluntary", in: 5, voice: 4),
    Place("Fenland Riding for All", "voluntary", in: 0, isExpected: false, voice: 2),
    Place("Marlowshire Toy Library", "voluntary", voice: 3),
    Place("Coastline Youth Project", "voluntary", in: 2, voice: 1),
    Place("Wendle Wellbeing Project", "voluntary", in: 4, voice: 4),
    Place("Marlowshire Parent Carer Forum", "parents", voice: 6),
    Place("Ashfield Dads’ Saturday Group", "parents", in: 3, isExpected: false, voice: 2),
    Place("Saltmarsh Parents Together", "parents", in: 2, isExpected: false, voice: 2),
    Place("Marlowshire College", "college", in: 5, isExpected: false, voice: 4),
    Place("Thorn Land-based College", "college", in: 1, isExpected: false, voice: 0),
    Place("Wendle Independent Therapies", "independent", in: 4, isExpected: false, voice: 3),
    Place("The Quiet House", "independent", in: 1, isExpected: false, voice: 2),
  ]
}
