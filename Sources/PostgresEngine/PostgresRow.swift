import CPostgres
import SQL

/// One row of a result, whose values are text as PostgreSQL writes it.
struct PostgresRow: Row {
  let result: OpaquePointer
  let row: Int32

  func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, Int32(column)) != 0 }

  func int(_ column: Int) -> Int {
    let digits = value(column)
    let isNegative = digits.first == UInt8(ascii: "-")
    precondition(digits.count > (isNegative ? 1 : 0), "column \(column) holds no whole number")
    // Built up below zero, so that the least of all numbers fits too.
    var number = 0
    for digit in isNegative ? digits[1...] : digits[...] {
      precondition(digit >= 48 && digit <= 57, "column \(column) holds no whole number")
      number = number * 10 - Int(digit - 48)
    }
    return isNegative ? number : -number
  }

  func bool(_ column: Int) -> Bool {
    let flag = value(column)
    precondition(flag.count == 1, "column \(column) holds no boolean")
    switch flag[0] {
    case UInt8(ascii: "t"), UInt8(ascii: "1"): return true
    case UInt8(ascii: "f"), UInt8(ascii: "0"): return false
    default: preconditionFailure("column \(column) holds no boolean")
    }
  }

  func text(_ column: Int) -> String { String(decoding: value(column), as: UTF8.self) }

  func bytes(_ column: Int) -> [UInt8] {
    let hex = value(column)
    precondition(
      hex.count >= 2 && hex[0] == UInt8(ascii: "\\") && hex[1] == UInt8(ascii: "x"), "column \(column) holds no bytes")
    return [UInt8](unsafeUninitializedCapacity: hex.count / 2 - 1) { bytes, count in
      for place in 0..<hex.count / 2 - 1 {
        bytes[place] = nibble(hex[2 * place + 2]) << 4 | nibble(hex[2 * place + 3])
      }
      count = hex.count / 2 - 1
    }
  }

  func withUTF8<Value>(_ column: Int, _ read: (UnsafeBufferPointer<UInt8>) -> Value) -> Value { read(value(column)) }

  private func value(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(!isNull(column), "column \(column) is NULL, or not there")
    let start = UnsafeRawPointer(PQgetvalue(result, row, Int32(column)))?.assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: start, count: Int(PQgetlength(result, row, Int32(column))))
  }

  private func nibble(_ digit: UInt8) -> UInt8 { digit <= UInt8(ascii: "9") ? digit - 48 : digit - 87 }
}
