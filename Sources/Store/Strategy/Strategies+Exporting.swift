package import Domain

extension Strategies {
  /// Leaves a line of history: who took which strategy out of the program, in which form; with `edition`, as it was
  /// published under that number.
  package func recordExport(of id: ID<Strategy>, edition: Int? = nil, as form: String) throws {
    var after = ["form": form]
    if let edition { after["version"] = String(edition) }
    try connection.record("exported", "strategy", id.text, by: viewer, after: after)
  }
}
