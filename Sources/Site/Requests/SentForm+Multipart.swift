import Domain
import Hummingbird

extension SentForm {
  /// A form with files.
  static func readMultipart(_ request: Request, type: String) async throws -> SentForm {
    throw Refusal.invalid("Files cannot be sent here.")
  }
}
