extension Schema {
  static let strategies: StaticString = """
    CREATE TABLE principles (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      text TEXT NOT NULL,
      source TEXT NOT NULL,
      from_day TEXT NOT NULL,
      until_day TEXT,
      position BIGINT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      CONSTRAINT principles_days CHECK (until_day IS NULL OR from_day <= until_day)
    );

    CREATE TABLE strategies (
      organisation_id TEXT NOT NULL REFERENCES organisations (id),
      id TEXT NOT NULL,
      title TEXT NOT NULL,
      from_day TEXT NOT NULL,
      until_day TEXT NOT NULL,
      owner TEXT NOT NULL,
      review_days TEXT NOT NULL,
      approach TEXT NOT NULL,
      needs TEXT NOT NULL,
      created_at TEXT NOT NULL,
      version BIGINT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      CONSTRAINT strategies_days CHECK (from_day <= until_day)
    );

    CREATE TABLE strategy_funding (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      strategy_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      position BIGINT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, strategy_id) REFERENCES strategies (organisation_id, id)
    );
    CREATE INDEX strategy_funding_by_strategy ON strategy_funding (organisation_id, strategy_id);

    CREATE TABLE strategy_amounts (
      organisation_id TEXT NOT NULL,
      funding_id TEXT NOT NULL,
      financial_year BIGINT NOT NULL,
      amount BIGINT NOT NULL CONSTRAINT strategy_amounts_amount CHECK (amount >= 0),
      PRIMARY KEY (organisation_id, funding_id, financial_year),
      FOREIGN KEY (organisation_id, funding_id) REFERENCES strategy_funding (organisation_id, id)
    );

    CREATE TABLE strategy_activities (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      strategy_id TEXT NOT NULL,
      position BIGINT NOT NULL,
      name TEXT NOT NULL,
      description TEXT NOT NULL,
      barrier TEXT NOT NULL,
      layer TEXT,
      principle_id TEXT,
      funding_id TEXT,
      owner TEXT NOT NULL,
      impact TEXT NOT NULL,
      measure TEXT NOT NULL,
      baseline TEXT NOT NULL,
      target TEXT NOT NULL,
      evidence TEXT NOT NULL,
      review_note TEXT NOT NULL,
      leaves_out BOOLEAN NOT NULL,
      version BIGINT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, strategy_id) REFERENCES strategies (organisation_id, id),
      FOREIGN KEY (organisation_id, principle_id) REFERENCES principles (organisation_id, id),
      FOREIGN KEY (organisation_id, funding_id) REFERENCES strategy_funding (organisation_id, id)
    );
    CREATE INDEX strategy_activities_by_strategy ON strategy_activities (organisation_id, strategy_id);
    CREATE INDEX strategy_activities_by_principle ON strategy_activities (organisation_id, principle_id);
    CREATE INDEX strategy_activities_by_funding ON strategy_activities (organisation_id, funding_id);

    CREATE TABLE strategy_sources (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      activity_id TEXT NOT NULL,
      type_id TEXT,
      group_id TEXT,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, activity_id) REFERENCES strategy_activities (organisation_id, id),
      FOREIGN KEY (organisation_id, type_id) REFERENCES provision_types (organisation_id, id),
      FOREIGN KEY (organisation_id, group_id) REFERENCES groups (organisation_id, id),
      CONSTRAINT strategy_sources_one CHECK ((type_id IS NULL) <> (group_id IS NULL))
    );
    CREATE INDEX strategy_sources_by_activity ON strategy_sources (organisation_id, activity_id);
    CREATE INDEX strategy_sources_by_type ON strategy_sources (organisation_id, type_id);
    CREATE INDEX strategy_sources_by_group ON strategy_sources (organisation_id, group_id);

    CREATE TABLE strategy_costs (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      activity_id TEXT NOT NULL,
      what TEXT NOT NULL,
      amount BIGINT NOT NULL CONSTRAINT strategy_costs_amount CHECK (amount > 0),
      from_day TEXT NOT NULL,
      until_day TEXT NOT NULL,
      basis_from TEXT,
      basis_until TEXT,
      basis_cost BIGINT,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, activity_id) REFERENCES strategy_activities (organisation_id, id),
      CONSTRAINT strategy_costs_days CHECK (from_day <= until_day)
    );
    CREATE INDEX strategy_costs_by_activity ON strategy_costs (organisation_id, activity_id);

    CREATE TABLE strategy_remarks (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      strategy_id TEXT NOT NULL,
      is_approval BOOLEAN NOT NULL,
      day TEXT NOT NULL,
      on_behalf_of TEXT NOT NULL,
      text TEXT NOT NULL,
      strategy_version BIGINT NOT NULL,
      budget BIGINT NOT NULL,
      written_at TEXT NOT NULL,
      written_by TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, strategy_id) REFERENCES strategies (organisation_id, id)
    );
    CREATE INDEX strategy_remarks_by_strategy ON strategy_remarks (organisation_id, strategy_id);

    CREATE TABLE strategy_editions (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      strategy_id TEXT NOT NULL,
      number BIGINT NOT NULL,
      day TEXT NOT NULL,
      published_at TEXT NOT NULL,
      published_by TEXT NOT NULL,
      document TEXT NOT NULL,
      pdf BYTEA NOT NULL,
      word BYTEA NOT NULL,
      withdrawn_at TEXT,
      withdrawn_by TEXT,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, strategy_id) REFERENCES strategies (organisation_id, id)
    );
    CREATE UNIQUE INDEX strategy_editions_number ON strategy_editions (organisation_id, number);
    CREATE INDEX strategy_editions_by_strategy ON strategy_editions (organisation_id, strategy_id);

    CREATE TABLE strategy_reviews (
      organisation_id TEXT NOT NULL,
      id TEXT NOT NULL,
      strategy_id TEXT NOT NULL,
      academic_year BIGINT NOT NULL,
      day TEXT NOT NULL,
      written_by TEXT NOT NULL,
      changed TEXT NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, strategy_id) REFERENCES strategies (organisation_id, id)
    );
    CREATE UNIQUE INDEX strategy_reviews_year ON strategy_reviews (organisation_id, strategy_id, academic_year);

    CREATE TABLE strategy_reviewed (
      organisation_id TEXT NOT NULL,
      review_id TEXT NOT NULL,
      activity_id TEXT NOT NULL,
      position BIGINT NOT NULL,
      name TEXT NOT NULL,
      budgeted BIGINT NOT NULL,
      spent BIGINT NOT NULL,
      impact TEXT NOT NULL,
      decision TEXT NOT NULL CONSTRAINT strategy_reviewed_decision CHECK (decision IN ('carried on', 'changed', 'ended')),
      is_of_few BOOLEAN NOT NULL,
      is_not_priced BOOLEAN NOT NULL,
      PRIMARY KEY (organisation_id, review_id, activity_id),
      FOREIGN KEY (organisation_id, review_id) REFERENCES strategy_reviews (organisation_id, id)
    );
    """
}
