import Foundation

/// A PostgreSQL server of these tests' own, in a folder that goes with it. It listens on a Unix socket in that folder
/// and nowhere else, so that it can meet no other server.
struct PostgresCluster: Sendable {
  fileprivate let programs: String
  fileprivate let folder: String
  fileprivate let life: Pipe

  /// Started once, by the first who asks.
  static func shared() async throws -> PostgresCluster { try await started.value }

  private static let started = Task.detached { try start() }

  /// A database of its own, copied from the one named `template`: its address.
  func createDatabase(copyOf template: String) async throws -> String {
    let name = "test_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
    try await run("\(programs)/createdb", ["-h", folder, "-U", "trellis", "-T", template, name])
    // Hundreds of tests ask at once, on machines that do other things as well.
    return "postgres://trellis@\(folder.replacing("/", with: "%2F"))/\(name)?connect_timeout=60"
  }

  /// Removes a database that no test uses any more, without waiting until it is gone.
  func removeDatabase(named name: String) {
    let arguments = ["-h", folder, "-U", "trellis", "--force", "--if-exists", name]
    _ = try? ChildProcess("\(programs)/dropdb", arguments, errors: .nullDevice)
  }

  func databaseName(in address: String) -> String {
    String(address.prefix { $0 != "?" }.split(separator: "/").last ?? "")
  }
}

/// Why there is no server to test with.
struct ClusterFailure: Error, CustomStringConvertible {
  let description: String
}

private func start() throws -> PostgresCluster {
  let programs = try findPrograms()
  let folder = "\(quickFolder)/trellis-postgres-\(UUID().uuidString.prefix(8))"
  // The server lives as long as this end of the pipe, and so no longer than this process, however that ends.
  let life = Pipe()
  let answers = Pipe()
  _ = try ChildProcess(
    "/bin/sh", ["-c", script, "sh", programs, folder], input: life.fileHandleForReading,
    output: answers.fileHandleForWriting)
  try life.fileHandleForReading.close()
  try answers.fileHandleForWriting.close()
  let answer = try answers.fileHandleForReading.read(upToCount: 5).map { String(decoding: $0, as: UTF8.self) }
  guard answer == "ready" else {
    throw ClusterFailure(description: "PostgreSQL's server for the tests did not start; see its words above.")
  }
  return PostgresCluster(programs: programs, folder: folder, life: life)
}

/// PostgreSQL refuses to run as root, so root lends it to a user who owns nothing else.
private let script = #"""
  set -eu
  programs=$1 folder=$2
  mkdir -m 0700 "$folder"
  as=
  if [ "$(id -u)" = 0 ]; then
    user=nobody; id postgres >/dev/null 2>&1 && user=postgres
    chown "$user" "$folder"
    as="runuser -u $user --"
  fi
  cd "$folder"
  remove() { $as "$programs/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"; }
  trap remove EXIT
  trap '' INT TERM HUP
  $as "$programs/initdb" -D "$folder/data" -U trellis -A trust -E UTF8 --locale=C --no-sync >"$folder/initdb.log" 2>&1 ||
    { cat "$folder/initdb.log" >&2; exit 1; }
  for setting in "listen_addresses=''" "unix_socket_directories='$folder'" max_connections=1000 fsync=off \
    synchronous_commit=off full_page_writes=off autovacuum=off shared_buffers=64MB max_wal_size=256MB
  do
    echo "$setting" >>"$folder/data/postgresql.conf"
  done
  $as "$programs/pg_ctl" -D "$folder/data" -l "$folder/data/server.log" -w -t 60 start >/dev/null 2>&1 ||
    { cat "$folder/data/server.log" >&2; exit 1; }
  printf ready
  exec >/dev/null
  cat >/dev/null
  """#

private func findPrograms() throws -> String {
  let told = try? output(of: "pg_config", ["--bindir"])
  let debian = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
  let folders = [told].compactMap { $0 } + debian.sorted(by: >).map { "/usr/lib/postgresql/\($0)/bin" }
  let needed = ["initdb", "pg_ctl", "createdb"]
  for folder in folders where needed.allSatisfy({ FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)") }) {
    return folder
  }
  throw ClusterFailure(
    description: """
      PostgreSQL is not installed, and every store test runs on both engines. Run script/test, which installs it, or: \
      apt-get install postgresql
      """)
}
