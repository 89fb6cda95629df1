package import Foundation
package import Hummingbird
package import Logging
package import SQL

/// The pages of Trellis over a database. A value: the program and the tests build it alike.
package struct Site: Sendable {
  package let database: any Database
  package let settings: SiteSettings
  package let log: Logger
  let clock: @Sendable () -> Date

  package init(
    database: any Database, settings: SiteSettings, log: Logger = Logger(label: "trellis"),
    clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.database = database
    self.settings = settings
    self.log = log
    self.clock = clock
  }

  /// Every route with who may use it, in the order of the house's nouns.
  package var routes: Routes {
    var routes = Routes()
    PublicFiles.routes(&routes)
    AccountPages.routes(&routes)
    HelpRoutes.routes(&routes)
    DevelopmentRoutes.routes(&routes)
    SchoolRoutes.routes(&routes)
    StaffRoutes.routes(&routes)
    PupilRoutes.routes(&routes)
    GroupRoutes.routes(&routes)
    CatalogueRoutes.routes(&routes)
    MapRoutes.routes(&routes)
    StrategyRoutes.routes(&routes)
    ImportRoutes.routes(&routes)
    OfferRoutes.routes(&routes)
    AreaRoutes.routes(&routes)
    return routes
  }

  package func router() -> Router<SiteContext> { routes.router(for: self) }
}

/// What Hummingbird carries along a request.
package struct SiteContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The other end of the connection: a visitor, or a proxy.
  let peer: String?

  package init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    peer = source.channel.remoteAddress?.ipAddress
  }
}
