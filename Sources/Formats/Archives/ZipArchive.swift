import CZip

/// A zip archive in memory, which .xlsx and .docx are. Entries are unpacked one at a time and never beyond the limits,
/// whatever sizes the archive claims.
final class ZipArchive {
  struct Limits: Sendable {
    var entries = 5000
    /// Unpacked bytes, over all that is read.
    var bytes = 256 << 20
    /// Unpacked bytes for each packed one, beyond a first megabyte. Spreadsheets seldom reach 30, bombs begin at 1,000.
    var ratio = 250
  }

  private let limits: Limits
  private let storage: UnsafeMutableRawBufferPointer
  private let archive: OpaquePointer
  private var unpacked = 0

  init(_ bytes: [UInt8], limits: Limits = Limits()) throws(FormatError) {
    self.limits = limits
    storage = .allocate(byteCount: max(1, bytes.count), alignment: 1)
    storage.copyBytes(from: bytes)
    guard let source = zip_source_buffer_create(storage.baseAddress, UInt64(bytes.count), 0, nil) else {
      storage.deallocate()
      throw Self.damaged
    }
    guard let opened = zip_open_from_source(source, Int32(ZIP_RDONLY), nil) else {
      zip_source_free(source)
      storage.deallocate()
      throw Self.damaged
    }
    archive = opened
    if zip_get_num_entries(archive, 0) > Int64(limits.entries) {
      throw FormatError("This file has too many parts to be a spreadsheet or a document.")
    }
  }

  deinit {
    zip_discard(archive)
    storage.deallocate()
  }

  func has(_ name: String) -> Bool { zip_name_locate(archive, name, 0) >= 0 }

  /// An entry's bytes; nil where there is none of that name.
  func read(_ name: String) throws(FormatError) -> [UInt8]? {
    let index = zip_name_locate(archive, name, 0)
    guard index >= 0 else { return nil }
    var stat = zip_stat_t()
    guard zip_stat_index(archive, UInt64(index), 0, &stat) == 0 else { throw Self.damaged }
    if stat.encryption_method != UInt16(ZIP_EM_NONE) {
      throw FormatError("This file is protected by a password. Save it without one and upload it again.")
    }
    let allowed = min(limits.bytes - unpacked, (1 << 20) + Int(clamping: stat.comp_size) * limits.ratio)
    if stat.size > UInt64(allowed) { throw Self.tooLarge }
    guard let file = zip_fopen_index(archive, UInt64(index), 0) else { throw Self.damaged }
    defer { zip_fclose(file) }
    let bytes = try Self.contents(of: file, expected: Int(stat.size), allowed: allowed)
    unpacked += bytes.count
    return bytes
  }

  private static func contents(of file: OpaquePointer, expected: Int, allowed: Int) throws(FormatError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected)
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = zip_fread(file, &chunk, UInt64(chunk.count))
      if count < 0 { throw damaged }
      if count == 0 { return bytes }
      bytes += chunk[..<Int(count)]
      if bytes.count > allowed { throw tooLarge }
    }
  }

  private static let damaged = FormatError("This file is damaged and cannot be opened. Save it again and upload that.")
  private static let tooLarge = FormatError(
    "This file unpacks to far more than a list or a table needs, so it was not opened.")
}
