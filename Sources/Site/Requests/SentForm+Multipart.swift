import Domain
import Formats
import Hummingbird

extension SentForm {
  /// So much is let go by of a form that is refused: a browser that is cut off shows its own error and not ours.
  private static let mostUnreadBytes = 200 << 20

  /// A form with files, read as it arrives. Of one that is too large, or no form, the fields before that are there, with a
  /// refusal.
  static func readMultipart(_ request: Request, type: String) async throws -> SentForm {
    var limits = MultipartReader.Limits()
    limits.fieldBytes = mostBytes
    limits.fileBytes = mostFileBytes
    limits.bytes = mostFileBytes + mostBytes
    var reader: MultipartReader
    do {
      reader = try MultipartReader(contentType: type, limits: limits)
    } catch {
      throw Refusal.invalid(error.sentence)
    }
    var refusal: Refusal?
    var unread = 0
    for try await piece in request.body {
      if refusal == nil {
        do {
          try reader.feed(piece.readableBytesView)
        } catch {
          refusal = .invalid(error.sentence)
        }
      } else {
        unread += piece.readableBytes
        if unread > mostUnreadBytes { break }
      }
    }
    if refusal == nil {
      do { _ = try reader.finish() } catch { refusal = .invalid(error.sentence) }
    }
    var form = SentForm(of: reader.parts)
    form.refusal = refusal
    return form
  }

  private init(of parts: [MultipartReader.Part]) {
    self.init()
    for part in parts {
      if let fileName = part.fileName {
        // A browser sends a file field that was left empty as a file without a name.
        if fileName.isEmpty && part.bytes.isEmpty { continue }
        files.append(UploadedFile(field: part.name, name: fileName, bytes: part.bytes))
      } else {
        fields.append(Field(part.name, part.text.replacing("\r\n", with: "\n").replacing("\0", with: "")))
      }
    }
  }
}
