import Synchronization

/// Those who wait to write for one keeper, in the order in which they came. The lock itself is the server's; here they
/// wait without a connection each, which others could be using.
final class KeeperQueue: Sendable {
  private let waiting = Mutex<[String: [CheckedContinuation<Void, Never>]]>([:])

  /// Returns when it is the caller's turn; `leave` must follow.
  func enter(_ keeper: String) async {
    await withCheckedContinuation { turn in
      let isFree = waiting.withLock { waiting in
        guard waiting[keeper] != nil else {
          waiting[keeper] = []
          return true
        }
        waiting[keeper]?.append(turn)
        return false
      }
      if isFree { turn.resume() }
    }
  }

  func leave(_ keeper: String) {
    let next = waiting.withLock { waiting -> CheckedContinuation<Void, Never>? in
      guard waiting[keeper]?.isEmpty == false else {
        waiting[keeper] = nil
        return nil
      }
      return waiting[keeper]?.removeFirst()
    }
    next?.resume()
  }
}
