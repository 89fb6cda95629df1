extension Schema {
  static let organisations: StaticString = """
    CREATE TABLE organisations (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CONSTRAINT organisations_kind CHECK (kind IN ('school', 'area')),
      name TEXT NOT NULL CONSTRAINT organisations_name CHECK (length(name) BETWEEN 1 AND 200),
      is_demonstration BOOLEAN NOT NULL,
      created_at TEXT NOT NULL
    );

    CREATE TABLE schools (
      organisation_id TEXT PRIMARY KEY REFERENCES organisations (id),
      urn TEXT NOT NULL CONSTRAINT schools_urn_length CHECK (length(urn) = 6),
      laestab TEXT,
      phase TEXT NOT NULL,
      authority TEXT,
      first_year BIGINT NOT NULL,
      last_year BIGINT NOT NULL,
      calendar_checked_at TEXT,
      version BIGINT NOT NULL,
      CONSTRAINT schools_years CHECK (first_year <= last_year)
    );
    CREATE UNIQUE INDEX schools_urn ON schools (urn);

    CREATE TABLE terms (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      academic_year BIGINT NOT NULL,
      name TEXT NOT NULL,
      from_day TEXT NOT NULL,
      until_day TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      CONSTRAINT terms_order CHECK (from_day <= until_day)
    );
    CREATE INDEX terms_by_day ON terms (organisation_id, from_day);

    CREATE TABLE closures (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      from_day TEXT NOT NULL,
      until_day TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      CONSTRAINT closures_order CHECK (from_day <= until_day)
    );
    CREATE INDEX closures_by_day ON closures (organisation_id, from_day);
    """

  static let accounts: StaticString = """
    CREATE TABLE accounts (
      id TEXT PRIMARY KEY,
      email TEXT NOT NULL CONSTRAINT accounts_email CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
      name TEXT NOT NULL,
      password_hash TEXT,
      one_time_secret BYTEA,
      one_time_confirmed_at TEXT,
      one_time_last_step BIGINT NOT NULL,
      disabled_at TEXT,
      last_day TEXT,
      created_at TEXT NOT NULL,
      version BIGINT NOT NULL
    );
    CREATE UNIQUE INDEX accounts_email_once ON accounts (email);

    CREATE TABLE recovery_codes (
      account_id TEXT NOT NULL REFERENCES accounts (id),
      code_hash TEXT NOT NULL,
      used_at TEXT,
      PRIMARY KEY (account_id, code_hash)
    );

    CREATE TABLE memberships (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      account_id TEXT NOT NULL REFERENCES accounts (id),
      role TEXT NOT NULL,
      from_day TEXT NOT NULL,
      until_day TEXT,
      granted_by TEXT NOT NULL,
      written_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      CONSTRAINT memberships_order CHECK (until_day IS NULL OR from_day <= until_day)
    );
    CREATE INDEX memberships_by_account ON memberships (account_id);

    CREATE TABLE sessions (
      token_hash TEXT PRIMARY KEY,
      id TEXT NOT NULL,
      account_id TEXT NOT NULL REFERENCES accounts (id),
      created_at TEXT NOT NULL,
      last_seen_at TEXT NOT NULL,
      ends_at TEXT NOT NULL,
      ended_at TEXT,
      second_factor_at TEXT,
      is_demonstration BOOLEAN NOT NULL,
      label TEXT NOT NULL
    );
    CREATE INDEX sessions_by_account ON sessions (account_id);
    CREATE UNIQUE INDEX sessions_id ON sessions (id);

    CREATE TABLE invitations (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      email TEXT NOT NULL,
      role TEXT NOT NULL,
      staff_id TEXT,
      until_day TEXT,
      token_hash TEXT NOT NULL,
      invited_by TEXT NOT NULL,
      created_at TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      used_at TEXT,
      withdrawn_at TEXT,
      PRIMARY KEY (organisation_id, id)
    );
    CREATE UNIQUE INDEX invitations_token ON invitations (token_hash);

    CREATE TABLE password_resets (
      token_hash TEXT PRIMARY KEY,
      account_id TEXT NOT NULL REFERENCES accounts (id),
      created_at TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      used_at TEXT
    );
    CREATE INDEX password_resets_by_account ON password_resets (account_id);

    CREATE TABLE throttles (
      key_hash TEXT NOT NULL,
      failed_at TEXT NOT NULL,
      id TEXT NOT NULL,
      PRIMARY KEY (key_hash, id)
    );
    CREATE INDEX throttles_by_moment ON throttles (failed_at);

    CREATE TABLE unfinished_forms (
      token_hash TEXT PRIMARY KEY,
      account_id TEXT NOT NULL REFERENCES accounts (id),
      path TEXT NOT NULL,
      fields TEXT NOT NULL,
      created_at TEXT NOT NULL,
      expires_at TEXT NOT NULL
    );
    """
}
