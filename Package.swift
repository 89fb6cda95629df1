// swift-tools-version: 6.2
import PackageDescription

/// What every target of the house keeps to: Swift 6 mode comes with the tools version.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A ring of the house. `resources` is true where files lie beside the sources in `Resources/`.
func ring(_ name: String, _ dependencies: [Target.Dependency] = [], resources: Bool = false) -> Target {
  .target(
    name: name, dependencies: dependencies,
    resources: resources ? [.copy("Resources")] : [], swiftSettings: house)
}

/// A library of the system, found by pkg-config.
func system(_ name: String, pkgConfig: String, apt: String) -> Target {
  .systemLibrary(name: name, path: "Sources/System/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// The tests of a ring; `fixtures` is true where files lie beside them in `Fixtures/`.
func tests(of name: String, _ dependencies: [Target.Dependency] = [], fixtures: Bool = false) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies,
    resources: fixtures ? [.copy("Fixtures")] : [], swiftSettings: house)
}

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting: Target.Dependency = .product(name: "HummingbirdTesting", package: "hummingbird")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let log: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")

let package = Package(
  name: "trellis",
  products: [
    .executable(name: "trellis", targets: ["Trellis"]), .executable(name: "trellis-bench", targets: ["Bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache.git", exact: "2.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess.git", exact: "1.0.2"),
    .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0"),
  ],
  targets: [
    system("CArgon2", pkgConfig: "libargon2", apt: "libargon2-dev"),
    system("CPostgres", pkgConfig: "libpq", apt: "libpq-dev"),
    system("CXLSXWriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),
    system("CZip", pkgConfig: "libzip", apt: "libzip-dev"),
    system("CCurl", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev"),

    ring("Domain"),
    ring("Security", ["CArgon2", crypto], resources: true),
    ring("SQL"),
    ring("SQLiteEngine", ["SQL", grdb, sqlite]),
    ring("PostgresEngine", ["SQL", "CPostgres", nioPosix]),
    ring("Store", ["Domain", "SQL", "Security"]),
    ring("Formats", ["CXLSXWriter", "CZip", subprocess]),
    ring("Documents", ["Domain", "Formats", mustache], resources: true),
    ring("Mail", ["CCurl"]),
    ring("Exchange", ["Domain", "Store", "Formats", "SQL"]),
    ring("Markup"),
    ring("Components", ["Markup"]),
    ring(
      "Site",
      [
        "Domain", "Store", "Documents", "Exchange", "Formats", "Mail", "Markup", "Components", "Security", "SQL",
        hummingbird, log, nioCore, httpTypes,
      ], resources: true),
    ring("Demo", ["Domain", "Store", "SQL"]),
    .executableTarget(
      name: "Trellis",
      dependencies: [
        "Domain", "Security", "SQL", "SQLiteEngine", "PostgresEngine", "Store", "Formats", "Documents", "Mail",
        "Exchange", "Site", "Demo", argumentParser, hummingbird, log, lifecycle, nioCore,
      ],
      swiftSettings: house),

    .executableTarget(
      name: "Bench",
      dependencies: [
        "Domain", "Security", "SQL", "SQLiteEngine", "PostgresEngine", "Store", "Formats", "Exchange", "Markup",
        "Components", "Site", "Demo", hummingbird, log, lifecycle,
      ],
      swiftSettings: house),

    .systemLibrary(name: "CSpawn", path: "Tests/CSpawn"),
    .target(
      name: "TestSupport",
      dependencies: [
        "CSpawn", "Domain", "Security", "SQL", "SQLiteEngine", "PostgresEngine", "Store", "Site", hummingbird,
        hummingbirdTesting,
      ],
      path: "Tests/TestSupport", swiftSettings: house),
    tests(of: "Domain"),
    tests(of: "Security"),
    tests(of: "SQL", ["TestSupport", "SQLiteEngine", "PostgresEngine"]),
    tests(of: "Store", ["TestSupport", "Domain", "SQL", "Security"]),
    tests(of: "Formats", fixtures: true),
    tests(of: "Documents", ["Domain", "Formats"]),
    tests(of: "Mail", ["TestSupport"]),
    tests(of: "Exchange", ["TestSupport", "Domain", "Store", "Formats", "SQL"], fixtures: true),
    tests(of: "Markup"),
    tests(of: "Components", ["Markup"]),
    tests(
      of: "Site",
      [
        "TestSupport", "Domain", "Store", "SQL", "Formats", "Markup", "Components", "Security", "Exchange", "Demo",
        hummingbird,
        hummingbirdTesting, log,
      ]),
    tests(of: "Demo", ["TestSupport", "Domain", "Store", "SQL"]),
    tests(of: "Trellis", ["TestSupport", argumentParser]),
  ]
)
