extension StandardExamples {
  /// By the keys of strand and level. Every place is invented.
  static let occupationalTherapy: [String: String] = [
    "family-support universal":
      "A website with short films on dressing, using cutlery and handwriting, made with parents in Northvale; 300 "
      + "visits a month.",
    "family-support targeted":
      "“Getting dressed, getting out”: four evenings for parents of children with clumsy hands or big reactions "
      + "to noise and touch.",
    "family-support targeted-plus":
      "A therapist and a family support worker visit twice to plan mornings and bedtimes with the family.",
    "family-support specialist":
      "Training at home in moving and handling for the parents of a child who uses a hoist, repeated as the child "
      + "grows.",
    "environment universal":
      "Pencils, scissors and chairs in three sizes in every infant classroom of the Hill schools.",
    "environment targeted":
      "A calm corner and a movement break in each Key Stage 1 class at Ashfield Primary School, for children who "
      + "need them.",
    "environment targeted-plus":
      "A therapist walks through the dining hall and the changing rooms with the SENCO; changes are made within a "
      + "half-term.",
    "environment specialist":
      "Bathroom and bed adapted at home before a child leaves hospital; one therapist for council and health.",
    "workforce universal":
      "A half-day for nursery staff on how hands, balance and the senses develop, with things to try.",
    "workforce targeted":
      "Two assistants in each primary school of Millbrook trained to lead hand-skills groups, with a visit each term.",
    "workforce targeted-plus":
      "A therapist works beside the class teacher for an hour a week in one half-term, on one child’s day.",
    "workforce specialist":
      "Staff trained to use one child’s standing frame and special seat, and signed off each year.",
    "identification universal":
      "A checklist of everyday skills that Reception teachers fill in for every child in October.",
    "identification targeted":
      "A drop-in for SENCOs, with samples of handwriting and a ten-minute screen; answer on the same day.",
    "identification targeted-plus":
      "A therapist looks at a child’s handwriting, seating and day at school together with staff within six weeks.",
    "identification specialist":
      "Sensory and motor assessment at Southmere Child Centre; usual wait 14 weeks, longest 31.",
    "intervention universal":
      "Ten minutes of finger and whole-body play at the start of each day in 30 nurseries.",
    "intervention targeted":
      "“Busy hands” groups of six in Years 1 and 2, three times a week for ten weeks, led by trained assistants.",
    "intervention targeted-plus":
      "A programme for one child’s dressing and toileting, set by a therapist and carried out by nursery staff "
      + "each day.",
    "intervention specialist":
      "Hand therapy in blocks of eight after surgery or injury, at school where that is possible.",
  ]
}
