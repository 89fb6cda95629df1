import Foundation

extension String {
  /// Without spaces and line ends before and behind.
  package var trimmingSpaces: String { trimmingCharacters(in: .whitespacesAndNewlines) }
  package var nilIfEmpty: String? { isEmpty ? nil : self }
}
