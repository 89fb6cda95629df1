import SQL
import Synchronization

/// The connections that nobody is using now. It opens as many as are asked for at once: the threads are the limit.
final class Pool: Sendable {
  private struct State {
    var idle: [Link] = []
    var isClosed = false
  }

  private let address: Address
  private let state = Mutex(State())

  init(address: Address) { self.address = address }

  /// A connection on which the statements of `beginning` have been run. An idle one may have been dropped since (the
  /// server started again, a firewall forgot it): then nothing has been done yet, and a fresh one is tried.
  func begun(_ beginning: String) throws -> Link {
    if let link = try idleLink() {
      do {
        try link.command(beginning)
        return link
      } catch  where link.isBroken {
        // Its neighbours were most likely dropped with it.
        state.withLock { $0.idle = [] }
      } catch {
        link.rollBack()
        giveBack(link)
        throw error
      }
    }
    let link = try Link(address)
    do {
      try link.command(beginning)
      return link
    } catch {
      link.rollBack()
      giveBack(link)
      throw error
    }
  }

  /// Keeps `link` for the next transaction, unless it is broken or still in one.
  func giveBack(_ link: Link) {
    guard link.isIdle else { return }
    state.withLock { if !$0.isClosed { $0.idle.append(link) } }
  }

  /// Closes the idle connections now, and those in use when they are given back.
  func close() {
    state.withLock {
      $0.isClosed = true
      $0.idle = []
    }
  }

  private func idleLink() throws -> Link? {
    try state.withLock {
      if $0.isClosed { throw DatabaseError.unavailable("The database has been closed.") }
      return $0.idle.popLast()
    }
  }
}
