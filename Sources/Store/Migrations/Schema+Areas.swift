extension Schema {
  static let areas: StaticString = """
    CREATE TABLE areas (
      organisation_id TEXT PRIMARY KEY REFERENCES organisations (id),
      address TEXT NOT NULL CONSTRAINT areas_address_length CHECK (length(address) BETWEEN 3 AND 60),
      title TEXT NOT NULL,
      about TEXT NOT NULL,
      organiser TEXT NOT NULL,
      contact TEXT NOT NULL,
      is_listed BOOLEAN NOT NULL,
      opens_on TEXT,
      closes_on TEXT,
      publishes_map BOOLEAN NOT NULL,
      takes_survey BOOLEAN NOT NULL,
      version BIGINT NOT NULL,
      CONSTRAINT areas_order CHECK (opens_on IS NULL OR closes_on IS NULL OR opens_on <= closes_on)
    );
    CREATE UNIQUE INDEX areas_address ON areas (address);

    CREATE TABLE area_specialisms (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      position BIGINT NOT NULL CONSTRAINT area_specialisms_position CHECK (position BETWEEN 0 AND 31),
      key TEXT NOT NULL,
      name TEXT NOT NULL,
      is_offered BOOLEAN NOT NULL,
      PRIMARY KEY (organisation_id, position)
    );
    CREATE UNIQUE INDEX area_specialisms_key ON area_specialisms (organisation_id, key);

    CREATE TABLE frameworks (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      number BIGINT NOT NULL,
      from_day TEXT NOT NULL,
      created_at TEXT NOT NULL,
      version BIGINT NOT NULL,
      PRIMARY KEY (organisation_id, id)
    );
    CREATE UNIQUE INDEX frameworks_number ON frameworks (organisation_id, number);

    CREATE TABLE framework_strands (
      organisation_id TEXT NOT NULL,
      framework_id TEXT NOT NULL,
      position BIGINT NOT NULL CONSTRAINT framework_strands_position CHECK (position BETWEEN 0 AND 7),
      key TEXT NOT NULL,
      name TEXT NOT NULL,
      aim TEXT NOT NULL,
      PRIMARY KEY (organisation_id, framework_id, position),
      FOREIGN KEY (organisation_id, framework_id) REFERENCES frameworks (organisation_id, id)
    );

    CREATE TABLE framework_levels (
      organisation_id TEXT NOT NULL,
      framework_id TEXT NOT NULL,
      position BIGINT NOT NULL CONSTRAINT framework_levels_position CHECK (position BETWEEN 0 AND 7),
      key TEXT NOT NULL,
      name TEXT NOT NULL,
      meaning TEXT NOT NULL,
      counts_as TEXT NOT NULL,
      PRIMARY KEY (organisation_id, framework_id, position),
      FOREIGN KEY (organisation_id, framework_id) REFERENCES frameworks (organisation_id, id)
    );

    CREATE TABLE framework_cells (
      organisation_id TEXT NOT NULL,
      framework_id TEXT NOT NULL,
      specialism TEXT NOT NULL,
      strand TEXT NOT NULL,
      level TEXT NOT NULL,
      outcome TEXT NOT NULL,
      help TEXT NOT NULL,
      examples TEXT NOT NULL,
      questions TEXT NOT NULL,
      PRIMARY KEY (organisation_id, framework_id, specialism, strand, level),
      FOREIGN KEY (organisation_id, framework_id) REFERENCES frameworks (organisation_id, id)
    );

    CREATE TABLE rounds (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      number BIGINT NOT NULL,
      name TEXT NOT NULL,
      framework_id TEXT NOT NULL,
      from_day TEXT NOT NULL,
      until_day TEXT,
      closed_at TEXT,
      closed_by TEXT,
      version BIGINT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, framework_id) REFERENCES frameworks (organisation_id, id),
      CONSTRAINT rounds_order CHECK (until_day IS NULL OR from_day <= until_day)
    );
    CREATE UNIQUE INDEX rounds_number ON rounds (organisation_id, number);

    CREATE TABLE localities (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      name TEXT NOT NULL CONSTRAINT localities_name CHECK (length(name) BETWEEN 1 AND 200),
      code TEXT,
      position BIGINT NOT NULL,
      boundary TEXT,
      PRIMARY KEY (organisation_id, id)
    );

    CREATE TABLE area_sectors (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      key TEXT NOT NULL,
      name TEXT NOT NULL,
      is_expected BOOLEAN NOT NULL,
      position BIGINT NOT NULL,
      PRIMARY KEY (organisation_id, key)
    );

    CREATE TABLE terms_of_use (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      number BIGINT NOT NULL,
      text TEXT NOT NULL,
      written_at TEXT NOT NULL,
      written_by TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id)
    );
    CREATE UNIQUE INDEX terms_of_use_number ON terms_of_use (organisation_id, number);
    """

  static let joining: StaticString = """
    CREATE TABLE join_codes (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      code TEXT NOT NULL,
      folded TEXT NOT NULL,
      created_at TEXT NOT NULL,
      created_by TEXT NOT NULL,
      last_day TEXT,
      most_uses BIGINT,
      uses BIGINT NOT NULL,
      withdrawn_at TEXT,
      PRIMARY KEY (organisation_id, id)
    );
    CREATE INDEX join_codes_folded ON join_codes (organisation_id, folded);

    CREATE TABLE wrong_codes (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      at TEXT NOT NULL,
      reason TEXT NOT NULL,
      address_hash TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id)
    );

    CREATE TABLE participants (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      name TEXT NOT NULL CONSTRAINT participants_name CHECK (length(name) BETWEEN 1 AND 200),
      folded TEXT NOT NULL,
      sector TEXT NOT NULL,
      urn TEXT,
      locality_id TEXT,
      is_expected BOOLEAN NOT NULL,
      created_at TEXT NOT NULL,
      version BIGINT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, sector) REFERENCES area_sectors (organisation_id, key),
      FOREIGN KEY (organisation_id, locality_id) REFERENCES localities (organisation_id, id)
    );
    CREATE INDEX participants_folded ON participants (organisation_id, folded);
    CREATE UNIQUE INDEX participants_urn ON participants (organisation_id, urn);

    CREATE TABLE area_people (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      account_id TEXT NOT NULL REFERENCES accounts (id),
      participant_id TEXT,
      job TEXT NOT NULL,
      joined_at TEXT NOT NULL,
      confirmed_at TEXT,
      confirmed_by TEXT,
      terms_id TEXT,
      terms_accepted_at TEXT,
      reminded_at TEXT,
      version BIGINT NOT NULL,
      PRIMARY KEY (organisation_id, account_id),
      FOREIGN KEY (organisation_id, participant_id) REFERENCES participants (organisation_id, id),
      FOREIGN KEY (organisation_id, terms_id) REFERENCES terms_of_use (organisation_id, id)
    );
    CREATE INDEX area_people_by_participant ON area_people (organisation_id, participant_id);

    CREATE TABLE registrations (
      token_hash TEXT PRIMARY KEY,
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      code_id TEXT NOT NULL,
      email TEXT NOT NULL,
      name TEXT NOT NULL,
      password_hash TEXT NOT NULL,
      claim TEXT NOT NULL,
      created_at TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      used_at TEXT
    );
    CREATE INDEX registrations_by_expiry ON registrations (expires_at);
    """

  static let entries: StaticString = """
    CREATE TABLE entries (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      round_id TEXT NOT NULL,
      participant_id TEXT NOT NULL,
      account_id TEXT REFERENCES accounts (id),
      author TEXT NOT NULL,
      kind TEXT NOT NULL CONSTRAINT entries_kind CHECK (kind IN ('provision', 'gap')),
      state TEXT NOT NULL CONSTRAINT entries_state CHECK (state IN ('draft', 'live', 'withdrawn', 'merged')),
      title TEXT NOT NULL,
      description TEXT NOT NULL,
      cells BIGINT NOT NULL,
      specialisms BIGINT NOT NULL,
      audience TEXT NOT NULL,
      age_from BIGINT,
      age_until BIGINT,
      place TEXT NOT NULL,
      frequency TEXT NOT NULL,
      reach BIGINT,
      capacity BIGINT,
      cost BIGINT,
      funder TEXT NOT NULL,
      evidence TEXT NOT NULL,
      effect TEXT NOT NULL,
      affected BIGINT,
      suggestion TEXT NOT NULL,
      origin TEXT,
      origin_key TEXT,
      origin_refreshed_at TEXT,
      copied_from TEXT,
      merged_into TEXT,
      checked_at TEXT,
      checked_by TEXT,
      cells_before BIGINT,
      moved_at TEXT,
      moved_by TEXT,
      public_by_author BOOLEAN NOT NULL,
      public_by_coordinator BOOLEAN NOT NULL,
      created_at TEXT NOT NULL,
      changed_at TEXT NOT NULL,
      version BIGINT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, round_id) REFERENCES rounds (organisation_id, id),
      FOREIGN KEY (organisation_id, participant_id) REFERENCES participants (organisation_id, id),
      FOREIGN KEY (organisation_id, merged_into) REFERENCES entries (organisation_id, id),
      CONSTRAINT entries_ages CHECK (age_from IS NULL OR age_until IS NULL OR age_from <= age_until)
    );
    CREATE INDEX entries_of_map ON entries (organisation_id, round_id, state, kind, cells, specialisms, participant_id,
      reach, capacity, affected, age_from, age_until, public_by_author, public_by_coordinator, id);
    CREATE INDEX entries_by_participant ON entries (organisation_id, participant_id, round_id);
    CREATE INDEX entries_by_author ON entries (organisation_id, account_id);
    CREATE INDEX entries_by_origin ON entries (organisation_id, origin, origin_key);

    CREATE TABLE entry_localities (
      organisation_id TEXT NOT NULL,
      entry_id TEXT NOT NULL,
      locality_id TEXT NOT NULL,
      PRIMARY KEY (organisation_id, locality_id, entry_id),
      FOREIGN KEY (organisation_id, entry_id) REFERENCES entries (organisation_id, id),
      FOREIGN KEY (organisation_id, locality_id) REFERENCES localities (organisation_id, id)
    );
    CREATE INDEX entry_localities_by_entry ON entry_localities (organisation_id, entry_id);

    CREATE TABLE entry_words (
      organisation_id TEXT NOT NULL,
      word TEXT NOT NULL,
      entry_id TEXT NOT NULL,
      PRIMARY KEY (organisation_id, word, entry_id),
      FOREIGN KEY (organisation_id, entry_id) REFERENCES entries (organisation_id, id)
    );
    CREATE INDEX entry_words_by_entry ON entry_words (organisation_id, entry_id, word);

    CREATE TABLE entry_questions (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      entry_id TEXT NOT NULL,
      question TEXT NOT NULL,
      asked_at TEXT NOT NULL,
      asked_by TEXT NOT NULL,
      answer TEXT,
      answered_at TEXT,
      answered_by TEXT,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, entry_id) REFERENCES entries (organisation_id, id)
    );
    CREATE INDEX entry_questions_by_entry ON entry_questions (organisation_id, entry_id);

    CREATE TABLE nothing_here (
      organisation_id TEXT NOT NULL,
      round_id TEXT NOT NULL,
      participant_id TEXT NOT NULL,
      specialism BIGINT NOT NULL,
      cell BIGINT NOT NULL,
      said_by TEXT NOT NULL,
      said_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, round_id, participant_id, specialism, cell),
      FOREIGN KEY (organisation_id, round_id) REFERENCES rounds (organisation_id, id),
      FOREIGN KEY (organisation_id, participant_id) REFERENCES participants (organisation_id, id)
    );

    CREATE TABLE survey_answers (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      round_id TEXT NOT NULL,
      kind TEXT NOT NULL CONSTRAINT survey_answers_kind CHECK (kind IN ('works', 'barrier', 'wish')),
      strand TEXT,
      who TEXT NOT NULL,
      locality_id TEXT,
      text TEXT NOT NULL,
      sent_at TEXT NOT NULL,
      state TEXT NOT NULL CONSTRAINT survey_answers_state CHECK (state IN ('waiting', 'counted', 'left out')),
      moderated_at TEXT,
      moderated_by TEXT,
      worry TEXT,
      worry_passed_at TEXT,
      worry_passed_by TEXT,
      version BIGINT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, round_id) REFERENCES rounds (organisation_id, id),
      FOREIGN KEY (organisation_id, locality_id) REFERENCES localities (organisation_id, id)
    );
    CREATE INDEX survey_answers_by_state ON survey_answers (organisation_id, round_id, state);
    """

  static let register: StaticString = """
    CREATE TABLE register_schools (
      urn TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      folded TEXT NOT NULL,
      authority_code TEXT,
      authority TEXT,
      establishment TEXT,
      kind TEXT,
      phase TEXT,
      status TEXT,
      age_from BIGINT,
      age_until BIGINT,
      town TEXT,
      postcode TEXT,
      opened_on TEXT,
      closed_on TEXT
    );
    CREATE INDEX register_schools_folded ON register_schools (folded);
    CREATE INDEX register_schools_by_authority ON register_schools (authority_code, folded);

    CREATE TABLE register_releases (
      id TEXT PRIMARY KEY,
      file_name TEXT NOT NULL,
      imported_at TEXT NOT NULL,
      rows_read BIGINT NOT NULL
    );
    """
}
