import ArgumentParser
import Domain
import Foundation
import Hummingbird
import Logging
import Mail
import NIOCore
import SQL
import Site
import Store

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serves the pages.",
    discussion: "Any number of these can share one PostgreSQL. The schema is brought up to date first, under a lock.")

  @OptionGroup var kept: DatabaseOptions
  @Option(help: "The address to listen on (TRELLIS_HOST).") var host: String?
  @Option(help: "The port to listen on; 0 takes a free one (TRELLIS_PORT).") var port: Int?
  @Flag(help: "Offers the demonstration's doors while nothing else is kept (TRELLIS_DEMO).") var demo = false

  func validate() throws {
    if let port, !Settings.ports.contains(port) {
      throw ValidationError("--port has to be a number from 0 to 65535, not “\(port)”.")
    }
  }

  func run() async throws {
    var settings = try kept.settings()
    if let host { settings.host = host }
    if let port { settings.port = port }
    if demo { settings.demonstration = true }
    let database = try openDatabase(settings)
    do {
      try await database.migrate(Schema.migrations)
      let site = try Serve.site(settings, database)
      let tidying = Task { try await Serve.tidy(database) }
      defer { tidying.cancel() }
      try await Serve.application(site, settings).runService()
    } catch {
      await database.close()
      throw Serve.said(error, settings)
    }
    await database.close()
  }

  /// What is kept for a day at the most goes though nobody comes: files that wait for their commit, forms that were not
  /// sent. Where the database cannot be reached, an hour later.
  private static func tidy(_ database: any Database) async throws {
    while true {
      try? await database.write(keeper: "tidying") { connection in
        try Imports.forgetOld(connection)
        try UnfinishedForms.forgetOld(connection)
      }
      try await Task.sleep(for: .seconds(3600))
    }
  }

  /// Why it cannot listen there, in a sentence.
  private static func said(_ error: any Error, _ settings: Settings) -> any Error {
    let place = "\(settings.host):\(settings.port)"
    if error is SocketAddressError.UnknownHost {
      return SettingsError("There is no address \(settings.host) to listen on. See --host or TRELLIS_HOST.")
    }
    switch (error as? IOError)?.errnoCode {
    case EADDRINUSE:
      return SettingsError("Another program listens on \(place) already. Stop it, or choose another --port.")
    case EACCES:
      return SettingsError("You may not listen on \(place). Choose a --port above 1023.")
    case EADDRNOTAVAIL:
      return SettingsError("This machine has no address \(settings.host) to listen on. See --host or TRELLIS_HOST.")
    default: return error
    }
  }

  /// The site as the settings say it: tests build it alike.
  static func site(_ settings: Settings, _ database: any Database) throws -> Site {
    guard let zone = TimeZone(identifier: settings.timeZone) else {
      throw SettingsError("There is no time zone “\(settings.timeZone)”.")
    }
    var log = Logger(label: "trellis")
    log.logLevel = .info
    let siteSettings = SiteSettings(
      publicURL: settings.address, trustedProxies: settings.trustedProxies, timeZone: zone,
      offersDemonstration: settings.demonstration, mailing: try mailing(settings), typst: Tools.typesetter(settings),
      contact: settings.contact)
    return Site(database: database, settings: siteSettings, log: log)
  }

  /// How messages are sent; nil where no mail server is set. Refuses a server or a sender that cannot be.
  static func mailing(_ settings: Settings) throws -> SiteSettings.Mailing? {
    if settings.mailServer.isEmpty { return nil }
    do {
      let mailer = try Mailer(
        Mailer.Settings(
          address: settings.mailServer, user: settings.mailUser, password: settings.mailPassword,
          from: settings.mailFrom, certificates: settings.mailCertificates))
      return { address, subject, text in
        guard let recipient = MailAddress(address) else { throw MailError("The address cannot take mail.") }
        try await mailer.send(Message(to: recipient, subject: subject, text: text), sent: Date())
      }
    } catch {
      throw SettingsError("TRELLIS_MAIL_SERVER or TRELLIS_MAIL_FROM cannot be used: \(error.sentence)")
    }
  }

  static func application(_ site: Site, _ settings: Settings) -> some ApplicationProtocol {
    var log = site.log
    log.logLevel = .notice
    return Application(
      router: site.router(),
      // A visitor who says nothing for so long has gone; proxies keep their connections for a minute at the most.
      server: .http1(configuration: .init(idleTimeout: .seconds(75))),
      configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: nil),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? settings.port
        let own = "http://\(settings.host):\(port)"
        let hint = settings.demonstration ? await doorHint(site) : nil
        print("Trellis is at \(settings.publicURL.isEmpty ? own : "\(settings.publicURL), and listens at \(own)")")
        if let hint { print(hint) }
        fflush(nil)
      }, logger: log)
  }

  /// Whether the demonstration's doors that were asked for stand open, said to whoever starts it.
  private static func doorHint(_ site: Site) async -> String {
    let found = try? await site.database.read {
      (isOpen: try Demonstration.isOpen($0), canBegin: try Demonstration.canBegin($0))
    }
    if found?.isOpen == true { return "Sign in there with one click as any role of the demonstration." }
    if found?.canBegin == true {
      return
        "There is no demonstration yet: this database is empty. Make it with `trellis demo`, on the same database; its one-click "
        + "sign-in then works at once."
    }
    return "Without the demonstration's doors: this database does not hold the demonstration alone."
  }
}
