extension Schema {
  static let roll: StaticString = """
    CREATE TABLE pupils (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      upn TEXT,
      surname TEXT NOT NULL CONSTRAINT pupils_surname CHECK (length(surname) BETWEEN 1 AND 100),
      forename TEXT NOT NULL CONSTRAINT pupils_forename CHECK (length(forename) BETWEEN 1 AND 100),
      preferred_forename TEXT,
      sort_name TEXT NOT NULL,
      birth_day TEXT NOT NULL,
      sex TEXT,
      flags BIGINT NOT NULL,
      joined_on TEXT NOT NULL,
      left_on TEXT,
      left_for TEXT,
      version BIGINT NOT NULL,
      created_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      CONSTRAINT pupils_leave_after_joining CHECK (left_on IS NULL OR joined_on <= left_on)
    );
    CREATE UNIQUE INDEX pupils_upn ON pupils (organisation_id, upn);
    CREATE INDEX pupils_by_name ON pupils (organisation_id, sort_name);
    CREATE INDEX pupils_by_birth_day ON pupils (organisation_id, birth_day);

    CREATE TABLE pupil_statuses (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      pupil_id TEXT NOT NULL,
      status TEXT NOT NULL CONSTRAINT pupil_statuses_status CHECK (status IN ('N', 'K', 'E')),
      original TEXT,
      from_day TEXT NOT NULL,
      until_day TEXT,
      written_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, pupil_id) REFERENCES pupils (organisation_id, id),
      CONSTRAINT pupil_statuses_order CHECK (until_day IS NULL OR from_day <= until_day)
    );
    CREATE UNIQUE INDEX pupil_statuses_begin_once ON pupil_statuses (organisation_id, pupil_id, from_day);

    CREATE TABLE pupil_needs (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      pupil_id TEXT NOT NULL,
      type TEXT NOT NULL,
      rank BIGINT NOT NULL CONSTRAINT pupil_needs_rank CHECK (rank BETWEEN 1 AND 99),
      from_day TEXT NOT NULL,
      until_day TEXT,
      written_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, pupil_id) REFERENCES pupils (organisation_id, id),
      CONSTRAINT pupil_needs_order CHECK (until_day IS NULL OR from_day <= until_day)
    );
    CREATE UNIQUE INDEX pupil_needs_begin_once ON pupil_needs (organisation_id, pupil_id, type, from_day);

    CREATE TABLE pupil_classes (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      pupil_id TEXT NOT NULL,
      class TEXT NOT NULL,
      from_day TEXT NOT NULL,
      until_day TEXT,
      written_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, pupil_id) REFERENCES pupils (organisation_id, id),
      CONSTRAINT pupil_classes_order CHECK (until_day IS NULL OR from_day <= until_day)
    );
    CREATE UNIQUE INDEX pupil_classes_begin_once ON pupil_classes (organisation_id, pupil_id, from_day);
    CREATE INDEX pupil_classes_by_class ON pupil_classes (organisation_id, class, until_day, from_day);

    CREATE TABLE pupil_years (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      pupil_id TEXT NOT NULL,
      shift BIGINT NOT NULL CONSTRAINT pupil_years_shift CHECK (shift BETWEEN -3 AND 3),
      from_day TEXT NOT NULL,
      until_day TEXT,
      written_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, pupil_id) REFERENCES pupils (organisation_id, id),
      CONSTRAINT pupil_years_order CHECK (until_day IS NULL OR from_day <= until_day)
    );
    CREATE UNIQUE INDEX pupil_years_begin_once ON pupil_years (organisation_id, pupil_id, from_day);

    CREATE TABLE pupil_stays (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      pupil_id TEXT NOT NULL,
      from_day TEXT NOT NULL,
      until_day TEXT NOT NULL,
      left_for TEXT,
      written_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, pupil_id) REFERENCES pupils (organisation_id, id),
      CONSTRAINT pupil_stays_order CHECK (from_day <= until_day)
    );
    CREATE INDEX pupil_stays_by_pupil ON pupil_stays (organisation_id, pupil_id);

    CREATE TABLE contacts (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      pupil_id TEXT NOT NULL,
      name TEXT NOT NULL,
      relationship TEXT NOT NULL,
      priority BIGINT NOT NULL,
      email TEXT,
      phone TEXT,
      address TEXT,
      version BIGINT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, pupil_id) REFERENCES pupils (organisation_id, id)
    );
    CREATE INDEX contacts_by_pupil ON contacts (organisation_id, pupil_id);

    CREATE TABLE case_openings (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      account_id TEXT NOT NULL REFERENCES accounts (id),
      pupil_id TEXT NOT NULL,
      from_day TEXT NOT NULL,
      until_day TEXT NOT NULL,
      opened_by TEXT NOT NULL,
      written_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, pupil_id) REFERENCES pupils (organisation_id, id),
      CONSTRAINT case_openings_order CHECK (from_day <= until_day)
    );
    CREATE INDEX case_openings_by_account ON case_openings (organisation_id, account_id);
    """

  static let staff: StaticString = """
    CREATE TABLE pay_roles (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL CONSTRAINT pay_roles_kind CHECK (kind IN ('teaching-assistant', 'teacher', 'other')),
      PRIMARY KEY (organisation_id, id)
    );
    CREATE UNIQUE INDEX pay_roles_name ON pay_roles (organisation_id, name);

    CREATE TABLE role_rates (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      role_id TEXT NOT NULL,
      hundredths BIGINT NOT NULL CONSTRAINT role_rates_hundredths CHECK (hundredths >= 0),
      basis TEXT NOT NULL,
      basis_count BIGINT NOT NULL,
      is_reference BOOLEAN NOT NULL,
      source TEXT NOT NULL,
      from_day TEXT NOT NULL,
      until_day TEXT,
      written_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, role_id) REFERENCES pay_roles (organisation_id, id),
      CONSTRAINT role_rates_order CHECK (until_day IS NULL OR from_day <= until_day)
    );
    CREATE UNIQUE INDEX role_rates_begin_once ON role_rates (organisation_id, role_id, from_day);

    CREATE TABLE staff (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      name TEXT NOT NULL CONSTRAINT staff_name CHECK (length(name) BETWEEN 1 AND 200),
      sort_name TEXT NOT NULL,
      weekly_minutes BIGINT,
      weeks BIGINT,
      account_id TEXT REFERENCES accounts (id),
      from_day TEXT NOT NULL,
      until_day TEXT,
      version BIGINT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      CONSTRAINT staff_order CHECK (until_day IS NULL OR from_day <= until_day)
    );
    CREATE INDEX staff_by_name ON staff (organisation_id, sort_name);
    CREATE UNIQUE INDEX staff_account ON staff (organisation_id, account_id);

    CREATE TABLE staff_roles (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      staff_id TEXT NOT NULL,
      role_id TEXT NOT NULL,
      from_day TEXT NOT NULL,
      until_day TEXT,
      written_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, staff_id) REFERENCES staff (organisation_id, id),
      FOREIGN KEY (organisation_id, role_id) REFERENCES pay_roles (organisation_id, id),
      CONSTRAINT staff_roles_order CHECK (until_day IS NULL OR from_day <= until_day)
    );
    CREATE UNIQUE INDEX staff_roles_begin_once ON staff_roles (organisation_id, staff_id, from_day);

    CREATE TABLE staff_rates (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      staff_id TEXT NOT NULL,
      hundredths BIGINT NOT NULL CONSTRAINT staff_rates_hundredths CHECK (hundredths >= 0),
      basis TEXT NOT NULL,
      basis_count BIGINT NOT NULL,
      source TEXT NOT NULL,
      from_day TEXT NOT NULL,
      until_day TEXT,
      written_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, staff_id) REFERENCES staff (organisation_id, id),
      CONSTRAINT staff_rates_order CHECK (until_day IS NULL OR from_day <= until_day)
    );
    CREATE UNIQUE INDEX staff_rates_begin_once ON staff_rates (organisation_id, staff_id, from_day);

    CREATE TABLE class_teachers (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      class TEXT NOT NULL,
      staff_id TEXT NOT NULL,
      from_day TEXT NOT NULL,
      until_day TEXT,
      written_at TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, staff_id) REFERENCES staff (organisation_id, id),
      CONSTRAINT class_teachers_order CHECK (until_day IS NULL OR from_day <= until_day)
    );
    CREATE INDEX class_teachers_by_staff ON class_teachers (organisation_id, staff_id);
    """
}
