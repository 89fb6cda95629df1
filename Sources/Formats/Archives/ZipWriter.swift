import CZip

/// Writes a zip archive in memory, which .docx is. The same parts make the same bytes: every part bears the first moment
/// that a zip archive can tell.
struct ZipWriter {
  private var parts: [(name: String, bytes: [UInt8])] = []

  mutating func add(_ name: String, _ bytes: [UInt8]) { parts.append((name, bytes)) }

  func written() throws(FormatError) -> [UInt8] {
    guard let source = zip_source_buffer_create(nil, 0, 0, nil) else { throw Self.failed }
    // The archive takes the source with it when it closes; this keeps it, to be read afterwards.
    zip_source_keep(source)
    defer { zip_source_free(source) }
    guard let archive = zip_open_from_source(source, Int32(ZIP_TRUNCATE), nil) else {
      zip_source_free(source)
      throw Self.failed
    }
    // libzip reads the parts when it closes the archive: until then they stay where they are.
    var kept: [UnsafeMutableRawBufferPointer] = []
    defer { for part in kept { part.deallocate() } }
    for (name, bytes) in parts {
      let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
      storage.copyBytes(from: bytes)
      kept.append(storage)
      let part = zip_source_buffer(archive, storage.baseAddress, UInt64(bytes.count), 0)
      guard let part else {
        zip_discard(archive)
        throw Self.failed
      }
      let index = zip_file_add(archive, name, part, UInt32(ZIP_FL_ENC_UTF_8))
      guard index >= 0 else {
        zip_source_free(part)
        zip_discard(archive)
        throw Self.failed
      }
      // 1 January 1980.
      zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0)
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      throw Self.failed
    }
    return try Self.contents(of: source)
  }

  private static func contents(of source: OpaquePointer) throws(FormatError) -> [UInt8] {
    var stat = zip_stat_t()
    guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else { throw failed }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(stat.size))
    let count = zip_source_read(source, &bytes, UInt64(bytes.count))
    guard count == Int64(bytes.count) else { throw failed }
    return bytes
  }

  private static let failed = FormatError("The document could not be put together. Please try again.")
}
