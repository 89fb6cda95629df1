import CPostgres
import SQL

/// The values of a statement in PostgreSQL's binary form, one after another in one buffer: nothing is escaped, and no
/// text is cut at a NUL (the server refuses it).
struct Parameters {
  private var bytes: [UInt8] = [0]
  private var starts: [Int?] = []
  private var lengths: [Int32] = []
  private var types: [Oid] = []

  init(_ values: [SQLValue]) {
    for value in values {
      switch value {
      case .null:
        // Without a type: the server takes that of the column.
        starts.append(nil)
        lengths.append(0)
        types.append(0)
      case .integer(let number): append(withUnsafeBytes(of: number.bigEndian) { Array($0) }, type: 20)
      case .boolean(let flag): append([flag ? 1 : 0], type: 16)
      case .text(let text): append(text.utf8, type: 25)
      case .bytes(let bytes): append(bytes, type: 17)
      }
    }
  }

  func execute(_ text: String, on connection: OpaquePointer) -> OpaquePointer? {
    bytes.withUnsafeBytes { buffer in
      let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      let values = starts.map { start in start.flatMap { start in base.map { $0 + start } } }
      let formats = [Int32](repeating: 1, count: values.count)
      return PQexecParams(connection, text, Int32(values.count), types, values, lengths, formats, 0)
    }
  }

  private mutating func append(_ value: some Collection<UInt8>, type: Oid) {
    starts.append(bytes.count)
    lengths.append(Int32(value.count))
    types.append(type)
    bytes.append(contentsOf: value)
  }
}
