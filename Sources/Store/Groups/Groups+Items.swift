package import Domain
import SQL

extension Groups {
  /// Something bought for the group.
  package func addItem(_ item: NewItem, to id: ID<Group>, version: Int? = nil) throws {
    let group = try changing(id)
    try mustBe(version, of: group)
    try insert([item], into: group)
    try touch(id)
  }

  /// Puts right what was written of an item.
  package func correctItem(_ id: ID<GroupItem>, to item: NewItem, version: Int) throws {
    let (old, group) = try kept(id)
    try mustBe(version, of: group)
    let new = try item.checked()
    try connection.run(
      """
      UPDATE group_items SET name = \(new.name), pence = \(new.cost.count), day = \(new.day)
      WHERE organisation_id = \(organisation) AND id = \(id)
      """)
    try record("corrected", group, before: NewItem(old.name, cost: old.cost, day: old.day), after: new)
    try touch(group.id)
  }

  package func removeItem(_ id: ID<GroupItem>, version: Int) throws {
    let (old, group) = try kept(id)
    try mustBe(version, of: group)
    try delete(old, of: group)
    try touch(group.id)
  }

  func delete(_ item: GroupItem, of group: Group) throws {
    try connection.run("DELETE FROM group_items WHERE organisation_id = \(organisation) AND id = \(item.id)")
    try record("removed", group, before: NewItem(item.name, cost: item.cost, day: item.day), after: nil)
  }

  func insert(_ items: [NewItem], into group: Group) throws {
    for item in items {
      let new = try item.checked()
      try connection.run(
        """
        INSERT INTO group_items (organisation_id, id, group_id, name, pence, day, written_at)
        VALUES (\(organisation), \(connection.newID(GroupItem.self)), \(group.id), \(new.name), \(new.cost.count),
          \(new.day), \(connection.now))
        """)
      try record("added", group, before: nil, after: new)
    }
  }

  func items(of group: ID<Group>) throws -> [GroupItem] {
    try connection.rows(
      """
      SELECT id, group_id, name, pence, day FROM group_items
      WHERE organisation_id = \(organisation) AND group_id = \(group) ORDER BY day, id
      """, Groups.item)
  }

  static func item(_ row: any Row) -> GroupItem {
    GroupItem(id: row.id(0), group: row.id(1), name: row.text(2), cost: Pence(row.int(3)), day: row.dayOrNil(4))
  }

  private func kept(_ id: ID<GroupItem>) throws -> (GroupItem, Group) {
    try mustChange()
    let item = try connection.first(
      """
      SELECT id, group_id, name, pence, day FROM group_items WHERE organisation_id = \(organisation) AND id = \(id)
      """, Groups.item)
    guard let item else { throw Refusal.notFound() }
    return (item, try changing(item.group))
  }

  private func record(_ act: String, _ group: Group, before: NewItem?, after: NewItem?) throws {
    func words(_ item: NewItem) -> [String: String] {
      var words = ["cost": item.cost.words]
      if !group.isConfidential { words["item"] = item.name }
      words["day"] = item.day?.iso
      return words
    }
    try connection.record(
      act, "item", group.id.text, by: viewer, before: before.map(words) ?? [:], after: after.map(words) ?? [:])
  }
}
