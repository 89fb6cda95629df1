extension Schema {
  static let groups: StaticString = """
    CREATE TABLE headings (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      name TEXT NOT NULL CONSTRAINT headings_name CHECK (length(name) BETWEEN 1 AND 100),
      position BIGINT NOT NULL,
      version BIGINT NOT NULL,
      PRIMARY KEY (organisation_id, id)
    );
    CREATE UNIQUE INDEX headings_name_once ON headings (organisation_id, name);

    CREATE TABLE provision_types (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      heading_id TEXT NOT NULL,
      name TEXT NOT NULL CONSTRAINT provision_types_name CHECK (length(name) BETWEEN 1 AND 200),
      description TEXT NOT NULL,
      outcome TEXT NOT NULL,
      minutes BIGINT CONSTRAINT provision_types_minutes CHECK (minutes BETWEEN 1 AND 600),
      sessions_per_week BIGINT,
      weeks BIGINT,
      group_size BIGINT,
      strand TEXT,
      level TEXT,
      area TEXT,
      evidence TEXT,
      is_confidential BOOLEAN NOT NULL,
      is_archived BOOLEAN NOT NULL,
      version BIGINT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, heading_id) REFERENCES headings (organisation_id, id)
    );
    CREATE UNIQUE INDEX provision_types_name_once ON provision_types (organisation_id, name);
    CREATE INDEX provision_types_by_heading ON provision_types (organisation_id, heading_id);

    CREATE TABLE funding_streams (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      position BIGINT NOT NULL,
      PRIMARY KEY (organisation_id, id)
    );
    CREATE UNIQUE INDEX funding_streams_name ON funding_streams (organisation_id, name);

    CREATE TABLE groups (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      type_id TEXT,
      heading_id TEXT NOT NULL,
      name TEXT NOT NULL CONSTRAINT groups_name CHECK (length(name) BETWEEN 1 AND 200),
      from_day TEXT NOT NULL,
      until_day TEXT,
      place TEXT,
      note TEXT,
      strand TEXT,
      level TEXT,
      area TEXT,
      is_confidential BOOLEAN NOT NULL,
      version BIGINT NOT NULL,
      created_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, type_id) REFERENCES provision_types (organisation_id, id),
      FOREIGN KEY (organisation_id, heading_id) REFERENCES headings (organisation_id, id),
      CONSTRAINT groups_order CHECK (until_day IS NULL OR from_day <= until_day)
    );
    CREATE INDEX groups_by_day ON groups (organisation_id, from_day, until_day);

    CREATE TABLE group_years (
      organisation_id TEXT NOT NULL,
      group_id TEXT NOT NULL,
      year BIGINT NOT NULL,
      PRIMARY KEY (organisation_id, group_id, year),
      FOREIGN KEY (organisation_id, group_id) REFERENCES groups (organisation_id, id)
    );

    CREATE TABLE group_schedules (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      group_id TEXT NOT NULL,
      minutes BIGINT NOT NULL CONSTRAINT group_schedules_minutes CHECK (minutes BETWEEN 1 AND 600),
      pattern TEXT NOT NULL
        CONSTRAINT group_schedules_pattern CHECK (pattern IN ('days', 'week', 'fortnight', 'half-term', 'once')),
      sessions BIGINT NOT NULL CONSTRAINT group_schedules_sessions CHECK (sessions BETWEEN 1 AND 50),
      once_day TEXT,
      from_day TEXT NOT NULL,
      until_day TEXT,
      written_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, group_id) REFERENCES groups (organisation_id, id),
      CONSTRAINT group_schedules_order CHECK (until_day IS NULL OR from_day <= until_day)
    );
    CREATE UNIQUE INDEX group_schedules_begin_once ON group_schedules (organisation_id, group_id, from_day);

    CREATE TABLE group_slots (
      organisation_id TEXT NOT NULL,
      schedule_id TEXT NOT NULL,
      week TEXT NOT NULL CONSTRAINT group_slots_week CHECK (week IN ('every', 'A', 'B')),
      weekday BIGINT NOT NULL CONSTRAINT group_slots_weekday CHECK (weekday BETWEEN 0 AND 4),
      starts_at BIGINT NOT NULL CONSTRAINT group_slots_starts_at CHECK (starts_at BETWEEN -1 AND 1439),
      lesson TEXT,
      PRIMARY KEY (organisation_id, schedule_id, week, weekday, starts_at),
      FOREIGN KEY (organisation_id, schedule_id) REFERENCES group_schedules (organisation_id, id)
    );

    CREATE TABLE group_leads (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      group_id TEXT NOT NULL,
      staff_id TEXT NOT NULL,
      share_top BIGINT NOT NULL,
      share_bottom BIGINT NOT NULL,
      from_day TEXT NOT NULL,
      until_day TEXT,
      written_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, group_id) REFERENCES groups (organisation_id, id),
      FOREIGN KEY (organisation_id, staff_id) REFERENCES staff (organisation_id, id),
      CONSTRAINT group_leads_share CHECK (share_top BETWEEN 1 AND share_bottom AND share_bottom <= 1000),
      CONSTRAINT group_leads_order CHECK (until_day IS NULL OR from_day <= until_day)
    );
    CREATE UNIQUE INDEX group_leads_begin_once ON group_leads (organisation_id, group_id, staff_id, from_day);
    CREATE INDEX group_leads_by_staff ON group_leads (organisation_id, staff_id);

    CREATE TABLE group_items (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      group_id TEXT NOT NULL,
      name TEXT NOT NULL,
      pence BIGINT NOT NULL CONSTRAINT group_items_pence CHECK (pence >= 0),
      day TEXT,
      written_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, group_id) REFERENCES groups (organisation_id, id)
    );
    CREATE INDEX group_items_by_group ON group_items (organisation_id, group_id);

    CREATE TABLE group_members (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      group_id TEXT NOT NULL,
      pupil_id TEXT NOT NULL,
      weight BIGINT NOT NULL CONSTRAINT group_members_weight CHECK (weight BETWEEN 1 AND 1000),
      stream_id TEXT,
      from_day TEXT NOT NULL,
      until_day TEXT,
      written_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, group_id) REFERENCES groups (organisation_id, id),
      FOREIGN KEY (organisation_id, pupil_id) REFERENCES pupils (organisation_id, id),
      FOREIGN KEY (organisation_id, stream_id) REFERENCES funding_streams (organisation_id, id),
      CONSTRAINT group_members_order CHECK (until_day IS NULL OR from_day <= until_day)
    );
    CREATE UNIQUE INDEX group_members_begin_once ON group_members (organisation_id, group_id, pupil_id, from_day);
    CREATE INDEX group_members_by_pupil ON group_members (organisation_id, pupil_id);

    CREATE TABLE places_before_leaving (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      group_id TEXT NOT NULL,
      pupil_id TEXT NOT NULL,
      weight BIGINT NOT NULL,
      stream_id TEXT,
      from_day TEXT NOT NULL,
      until_day TEXT,
      written_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, group_id) REFERENCES groups (organisation_id, id),
      FOREIGN KEY (organisation_id, pupil_id) REFERENCES pupils (organisation_id, id),
      FOREIGN KEY (organisation_id, stream_id) REFERENCES funding_streams (organisation_id, id)
    );
    CREATE INDEX places_before_leaving_by_pupil ON places_before_leaving (organisation_id, pupil_id);
    """

  static let records: StaticString = """
    CREATE TABLE imports (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      kind TEXT NOT NULL,
      account_id TEXT REFERENCES accounts (id),
      file_name TEXT NOT NULL,
      file BYTEA,
      mapping TEXT NOT NULL,
      answers TEXT NOT NULL,
      effective_day TEXT,
      until_day TEXT,
      state TEXT NOT NULL
        CONSTRAINT imports_state CHECK (state IN ('reading', 'unmapped', 'ready', 'refused', 'committed')),
      rows_read BIGINT NOT NULL,
      rows_in_all BIGINT NOT NULL,
      refusal TEXT,
      preview TEXT,
      fingerprint TEXT,
      counts TEXT,
      created_at TEXT NOT NULL,
      touched_at TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      committed_at TEXT,
      version BIGINT NOT NULL,
      PRIMARY KEY (organisation_id, id)
    );
    CREATE INDEX imports_by_expiry ON imports (expires_at);

    CREATE TABLE import_mappings (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      kind TEXT NOT NULL,
      mapping TEXT NOT NULL,
      written_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, kind)
    );

    CREATE TABLE history (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      at TEXT NOT NULL,
      account_id TEXT,
      actor TEXT NOT NULL,
      act TEXT NOT NULL,
      noun TEXT NOT NULL,
      noun_id TEXT NOT NULL,
      pupil_id TEXT,
      before TEXT,
      after TEXT,
      PRIMARY KEY (organisation_id, id)
    );
    CREATE INDEX history_by_noun ON history (organisation_id, noun, noun_id);
    CREATE INDEX history_by_pupil ON history (organisation_id, pupil_id);

    CREATE TABLE demonstrations (
      id BIGINT PRIMARY KEY CONSTRAINT demonstrations_one CHECK (id = 1),
      made_at TEXT NOT NULL,
      closed_at TEXT
    );
    """
}
