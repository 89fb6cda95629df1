extension Schema {
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
