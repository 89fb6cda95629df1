import Domain
import Formats
import Hummingbird

extension SentForm {
  /// A form with files, read as it arrives; what is too large is refused before it is all here.
  static func readMultipart(_ request: Request, type: String) async throws -> SentForm {
    do {
      var limits = MultipartReader.Limits()
      limits.fieldBytes = mostBytes
      limits.fileBytes = mostFileBytes
      limits.bytes = mostFileBytes + mostBytes
      var reader = try MultipartReader(contentType: type, limits: limits)
      for try await piece in request.body { try reader.feed(piece.readableBytesView) }
      var form = SentForm()
      for part in try reader.finish() {
        if let fileName = part.fileName {
          // A browser sends a file field that was left empty as a file without a name.
          if fileName.isEmpty && part.bytes.isEmpty { continue }
          form.files.append(UploadedFile(field: part.name, name: fileName, bytes: part.bytes))
        } else {
          form.fields.append(Field(part.name, part.text.replacing("\r\n", with: "\n").replacing("\0", with: "")))
        }
      }
      return form
    } catch let error as FormatError {
      throw Refusal.invalid(error.sentence)
    }
  }
}
