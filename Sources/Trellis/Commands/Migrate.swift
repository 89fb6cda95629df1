import ArgumentParser
import SQL
import Store

struct Migrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Brings the database's schema up to date. Safe to run twice.")

  @OptionGroup var kept: DatabaseOptions

  func run() async throws {
    let database = try openDatabase(try kept.settings())
    let run: [Int]
    do {
      run = try await database.migrate(Schema.migrations)
      await database.close()
    } catch {
      await database.close()
      throw error
    }
    print(run.isEmpty ? "The schema was up to date." : "Ran \(run.count) of \(Schema.migrations.count) steps.")
  }
}
