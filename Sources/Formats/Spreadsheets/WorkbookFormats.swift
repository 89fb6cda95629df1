import CXLSXWriter

/// The formats of a workbook, each made once.
struct WorkbookFormats {
  private struct Key: Hashable {
    let style: Workbook.Style
    let number: String?
    let fill: UInt32?
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private var made: [Key: UnsafeMutablePointer<lxw_format>] = [:]

  init(book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

  mutating func format(for cell: Workbook.Cell) -> UnsafeMutablePointer<lxw_format>? {
    let key = Key(style: cell.style, number: cell.value.flatMap(WorkbookNumber.format), fill: cell.fill)
    if let format = made[key] { return format }
    guard let format = workbook_add_format(book) else { return nil }
    Self.apply(cell.style, to: format)
    if let number = key.number { format_set_num_format(format, number) }
    if let fill = cell.fill { format_set_bg_color(format, fill == 0 ? LXW_COLOR_BLACK.rawValue : fill) }
    made[key] = format
    return format
  }

  private static func apply(_ style: Workbook.Style, to format: UnsafeMutablePointer<lxw_format>) {
    let thin = UInt8(LXW_BORDER_THIN.rawValue)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    switch style {
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 16)
    case .note:
      format_set_font_color(format, 0x505A5F)
      format_set_font_size(format, 9)
    case .heading:
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_bg_color(format, 0xE4ECEA)
      format_set_bottom(format, thin)
    case .section:
      format_set_bold(format)
      format_set_bg_color(format, 0xF1F5F4)
    case .body: break
    case .wrapped: format_set_text_wrap(format)
    case .subtotal:
      format_set_bold(format)
      format_set_top(format, thin)
    case .total:
      format_set_bold(format)
      format_set_top(format, UInt8(LXW_BORDER_MEDIUM.rawValue))
    }
  }
}

/// Values as the numbers that a spreadsheet keeps.
enum WorkbookNumber {
  /// Nil for text, and for a day that is none.
  static func number(of value: Workbook.Value) -> Double? {
    switch value {
    case .text: nil
    case .integer(let number): Double(number)
    case .decimal(let number): number
    case .money(let pence): Double(pence) / 100
    case .day(let iso): serial(iso)
    case .hours(let minutes): Double(minutes) / 60
    case .duration(let minutes): Double(minutes) / 1440
    }
  }

  static func format(of value: Workbook.Value) -> String? {
    switch value {
    case .text: nil
    case .integer: "#,##0"
    case .decimal: "#,##0.00"
    case .money: "£#,##0.00;-£#,##0.00"
    case .day(let iso): serial(iso) == nil ? nil : "dd/mm/yyyy"
    case .hours: "#,##0.00"
    case .duration: "[h]:mm"
    }
  }

  /// Excel's number of a day from March 1900 on: 1 January 1970 is 25,569.
  private static func serial(_ iso: String) -> Double? {
    let parts = iso.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard iso.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1901...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    // Howard Hinnant, "chrono-compatible low-level date algorithms".
    let y = month <= 2 ? year - 1 : year
    let yearOfEra = y % 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let since1970 = y / 400 * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    return Double(since1970 + 25_569)
  }
}
