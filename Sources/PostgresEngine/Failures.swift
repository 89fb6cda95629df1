import CPostgres
import SQL

/// What the server means by its SQLSTATE, in the words that both engines share.
func failure(of result: OpaquePointer) -> DatabaseError {
  let state = field("C", of: result)
  let message = field("M", of: result)
  switch state {
  case "23505":
    let constraint = field("n", of: result)
    return .notUnique(index: constraint.hasSuffix("_pkey") ? "PRIMARY" : constraint)
  case "23503", "23001": return .brokenReference
  case "23514": return .checkFailed(constraint: field("n", of: result))
  case "23502": return .missingValue(column: field("c", of: result))
  // Cancelled by the time limit; no lock in time; two transactions that waited for each other.
  case "57014", "55P03", "40P01", "40001": return .tookTooLong
  default: break
  }
  switch state.prefix(2) {
  // The connection; the server's memory, disk or connections; its operator; its system.
  case "08", "53", "57", "58", "XX": return .unavailable("\(message) (PostgreSQL \(state))")
  default: return .other("\(message) (PostgreSQL \(state))")
  }
}

/// A field of an error: `C` is its SQLSTATE, `M` its message, `n` the constraint's name, `c` the column's.
private func field(_ name: Unicode.Scalar, of result: OpaquePointer) -> String {
  PQresultErrorField(result, Int32(name.value)).map { String(cString: $0) } ?? ""
}
