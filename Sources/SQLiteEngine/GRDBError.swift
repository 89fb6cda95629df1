import GRDB

/// GRDB's own error, under a name that is not ours.
typealias GRDBError = DatabaseError

extension GRDBError {
  var code: Int32 { extendedResultCode.rawValue }
  var words: String { message ?? "no reason given" }
}
