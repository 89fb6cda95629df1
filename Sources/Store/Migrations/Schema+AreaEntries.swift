extension Schema {
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
}
