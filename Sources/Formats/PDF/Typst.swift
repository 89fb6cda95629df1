package import Foundation

/// Typesets documents with the `typst` command (0.14 or later). A document's values go to its template as JSON, so text
/// can never become markup.
package struct Typst: Sendable {
  package struct Settings: Sendable {
    /// The command; see `find`.
    package var command: URL
    /// Folders searched for fonts, with those in them; the system's own are left out, so that a document looks the same
    /// everywhere.
    package var fontFolders: [URL]
    package var timeout: Duration
    /// How many documents may be typeset at one time; the others wait.
    package var atOnce: Int

    package init(
      command: URL, fontFolders: [URL] = [Settings.noto], timeout: Duration = .seconds(60),
      atOnce: Int = max(1, ProcessInfo.processInfo.activeProcessorCount)
    ) {
      self.command = command
      self.fontFolders = fontFolders
      self.timeout = timeout
      self.atOnce = atOnce
    }

    /// Where Debian's `fonts-noto-core` lies: letters for nearly every script that a name is written in.
    package static let noto = URL(filePath: "/usr/share/fonts/truetype/noto", directoryHint: .isDirectory)
  }

  package let settings: Settings
  private let places: Turnstile

  package init(_ settings: Settings) {
    self.settings = settings
    places = Turnstile(places: settings.atOnce)
  }

  /// Typesets `template`, a .typ file, as PDF/UA-1. The files beside it can be imported by it; `value` is read by
  /// `json(sys.inputs.data)`. `moment` is the date in the file and Typst's today: the same value at the same moment makes
  /// the same bytes. Names are written only to a folder of our own (mode 0700), which is gone afterwards.
  ///
  /// A character that no font has stops PDF/UA. A name must not stop a document: then it is typeset without, and the PDF
  /// says which characters. Throws a `FormatError` whose detail is Typst's own words about the template.
  package func pdf(template: URL, value: some Encodable & Sendable, moment: Date) async throws -> PDF {
    await places.enter()
    do {
      let pdf = try await TemporaryFolder.with { folder in
        let job = try TypstJob(settings: settings, template: template, value: value, moment: moment, folder: folder)
        return try await job.pdf()
      }
      await places.leave()
      return pdf
    } catch {
      await places.leave()
      throw error
    }
  }

  /// The command's own name and version, as `typst 0.15.2`.
  package func version() async throws -> String {
    let outcome = try await TypstCommand.run(settings.command, ["--version"], timeout: .seconds(20))
    guard outcome.isSuccess else { throw TypstCommand.failure(outcome.errors) }
    return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Finds the command: at `path` if one is given; else `typst` in the folders of PATH; else where `script/setup` puts
  /// it, `.tools/typst` in the present folder, or in one above the program. Nil where there is none.
  package static func find(path: String? = nil, program: URL? = Bundle.main.executableURL) -> URL? {
    if let path { return isExecutable(URL(filePath: path)) ? URL(filePath: path) : nil }
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let installed = folders.map { URL(filePath: String($0)).appending(path: "typst") }
    var above = [URL(filePath: FileManager.default.currentDirectoryPath)]
    var folder = program?.resolvingSymlinksInPath().deletingLastPathComponent()
    for _ in 0..<6 {
      guard let here = folder, here.path().count > 1 else { break }
      above.append(here)
      folder = here.deletingLastPathComponent()
    }
    return (installed + above.map { $0.appending(path: ".tools/typst") }).first(where: isExecutable)
  }

  private static func isExecutable(_ url: URL) -> Bool {
    FileManager.default.isExecutableFile(atPath: url.path(percentEncoded: false))
  }
}
