import Dispatch
import Synchronization

/// Threads for work that waits for the disk, so many at once; the rest of the work stands in line. GRDB's own `async`
/// calls change threads four times for each transaction, which costs more than a small transaction itself; this changes
/// twice, and under load a thread goes on with the next in line.
final class Lanes: Sendable {
  private struct State {
    var free: Int
    var line: ArraySlice<@Sendable () -> Void> = []
  }

  private let state: Mutex<State>
  private let queue: DispatchQueue

  init(_ count: Int, named name: String) {
    state = Mutex(State(free: count))
    queue = DispatchQueue(label: name, attributes: .concurrent)
  }

  /// Runs `work` when it is its turn, unless its task has been cancelled by then.
  func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    let isCancelled = Flag()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { end in
        enter {
          end.resume(
            with: Result {
              if isCancelled.isRaised { throw CancellationError() }
              return try work()
            })
        }
      }
    } onCancel: {
      isCancelled.raise()
    }
  }

  private func enter(_ job: @escaping @Sendable () -> Void) {
    let isMyTurn = state.withLock { state in
      guard state.free == 0 else {
        state.free -= 1
        return true
      }
      state.line.append(job)
      return false
    }
    guard isMyTurn else { return }
    queue.async { [self] in
      job()
      while let next = next() { next() }
    }
  }

  private func next() -> (@Sendable () -> Void)? {
    state.withLock { state in
      let next = state.line.popFirst()
      if next == nil { state.free += 1 }
      return next
    }
  }
}

private final class Flag: Sendable {
  private let value = Atomic(false)

  var isRaised: Bool { value.load(ordering: .relaxed) }
  func raise() { value.store(true, ordering: .relaxed) }
}
