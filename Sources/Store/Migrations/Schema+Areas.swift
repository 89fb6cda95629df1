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
}
