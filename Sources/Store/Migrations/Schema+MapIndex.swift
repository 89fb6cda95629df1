import SQL

extension Schema {
  /// The index that an area's map is counted from, organisation by organisation, so that each is looked up once.
  static let mapIndex: StaticString = """
    DROP INDEX entries_of_map;
    CREATE INDEX entries_of_map ON entries (organisation_id, round_id, state, participant_id, kind, cells, specialisms,
      reach, capacity, affected, age_from, age_until, public_by_author, public_by_coordinator, id);
    """
}
