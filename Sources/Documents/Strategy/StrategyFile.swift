package import Domain
package import Formats
import Foundation

/// The forms in which an inclusion strategy leaves the program. They are made from one `StrategyDocument`, so that they
/// agree; the same one makes the same bytes on every day.
package enum StrategyFile: String, CaseIterable, Sendable {
  case json, pdf, docx

  /// The media type of the form.
  package var type: String {
    switch self {
    case .json: "application/json; charset=utf-8"
    case .pdf: "application/pdf"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    }
  }

  /// A terminal cannot show it.
  package var isBinary: Bool { self != .json }

  /// `inclusion-strategy-900001-2026-09-01-2027-08-31.pdf`, with `-draft` where it is not what is published.
  package func name(of document: StrategyDocument) -> String {
    let version = document.isDraft ? "-draft" : ""
    return "inclusion-strategy-\(document.urn)-\(document.from)-\(document.until)\(version).\(rawValue)"
  }

  /// The file, and what to tell about it: a character that no font has. A PDF wants `typst`; without it, it is refused.
  package func made(
    of document: StrategyDocument, typst: Typst?
  ) async throws -> (bytes: [UInt8], warning: String?) {
    switch self {
    case .json: return (try StrategyJSON(document).bytes(), nil)
    case .docx: return (try WordWriter(StrategyWord(StrategyPaper(document)).document).bytes(), nil)
    case .pdf:
      guard let typst else {
        throw FormatError(
          "The tool that makes PDFs is not on this server. The operator can install it with script/setup.")
      }
      let pdf = try await typst.pdf(
        template: Template.strategy.url, value: StrategyPaper(document), moment: Self.noon(of: document.made))
      return (pdf.bytes, pdf.warning)
    }
  }

  /// The time in the file: a document knows the day of its figures and no more.
  private static func noon(of day: String) -> Date {
    Date(timeIntervalSince1970: Double((Day(iso: day)?.number ?? 0) * 86_400 + 43_200))
  }
}
