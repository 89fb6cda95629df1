import Domain
package import Formats

extension AreaMapFile {
  /// The file, and what to tell about it: a character that no font has. `isFull`: of a PDF, with every cell's entries. A
  /// PDF wants `typst`; without it, it is refused.
  package func made(
    of printed: PrintedAreaMap, isFull: Bool = false, typst: Typst?
  ) async throws -> (bytes: [UInt8], warning: String?) {
    switch self {
    case .json: return (try AreaMapJSON(printed).bytes(), nil)
    case .csv: return (AreaMapCSV(printed).bytes(), nil)
    case .xlsx: return (try AreaMapWorkbook(printed).bytes(), nil)
    case .docx: return (try WordWriter(AreaMapDocument(printed).document).bytes(), nil)
    case .pdf:
      guard let typst else {
        throw FormatError(
          "The tool that makes PDFs is not on this server. The operator can install it with script/setup.")
      }
      let sheet = AreaPaperWords(printed, isFull: isFull).sheet
      let pdf = try await typst.pdf(template: Template.areaReport.url, value: sheet, moment: printed.moment)
      return (pdf.bytes, pdf.warning)
    }
  }
}
