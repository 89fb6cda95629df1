/// Whether two secrets are the same, in a time that tells nothing about where they differ. Only their lengths show.
package func constantTimeEquals(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  var difference: UInt8 = 0
  for (one, other) in zip(left, right) { difference |= one ^ other }
  return difference == 0
}

/// Whether two secrets that are kept as text are the same; see `constantTimeEquals` of bytes.
package func constantTimeEquals(_ left: String, _ right: String) -> Bool {
  constantTimeEquals(Array(left.utf8), Array(right.utf8))
}
