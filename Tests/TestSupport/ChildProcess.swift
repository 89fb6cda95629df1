import CSpawn
package import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A program that the tests start. Not Foundation's `Process`: on Linux its `run` reads past the end of a directory entry, and
/// now and then brings the whole test run down (swift-corelibs-foundation, pull request 5472).
package final class ChildProcess: @unchecked Sendable {
  private let id: pid_t
  private let lock = NSCondition()
  private var ended: Int32?

  /// Starts the program at `path`. What is not given of its input, output and errors is this process's own; no other file
  /// of this process is open in it.
  package init(
    _ path: String, _ arguments: [String], environment: [String: String]? = nil, in folder: URL? = nil,
    input: FileHandle? = nil, output: FileHandle? = nil, errors: FileHandle? = nil
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in [input, output, errors].enumerated() {
      if let file { posix_spawn_file_actions_adddup2(&actions, file.fileDescriptor, Int32(number)) }
    }
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    if let folder { posix_spawn_file_actions_addchdir_np(&actions, folder.path) }

    // Threads of Dispatch block signals; a program that is started on one shall not.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let told = (environment ?? ProcessInfo.processInfo.environment).map { "\($0.key)=\($0.value)" }
    var id: pid_t = 0
    let failure = withTexts([path] + arguments) { arguments in
      withTexts(told) { posix_spawn(&id, path, &actions, &attributes, arguments, $0) }
    }
    guard failure == 0 else {
      throw ChildProcessFailure(description: "\(path) does not start: \(String(cString: strerror(failure)))")
    }
    self.id = id
    // Reaped at once: swift-testing, which waits for any child to end, looks at the first that is not.
    Thread.detachNewThread { self.reap() }
  }

  /// Waits until it has ended: its exit status, or the number of the signal that ended it.
  @discardableResult package func wait() -> Int32 {
    lock.withLock {
      while ended == nil { lock.wait() }
      return ended!
    }
  }

  package var isRunning: Bool { lock.withLock { ended == nil } }

  /// Asks it to end.
  package func terminate() {
    lock.withLock { if ended == nil { kill(id, SIGTERM) } }
  }

  private func reap() {
    var status: Int32 = 0
    while waitpid(id, &status, 0) == -1 && errno == EINTR {}
    lock.withLock {
      ended = status & 0x7F == 0 ? status >> 8 & 0xFF : status & 0x7F
      lock.broadcast()
    }
  }
}

package struct ChildProcessFailure: Error, CustomStringConvertible {
  package let description: String
}

/// The texts as C has them, ended by a null.
private func withTexts<Value>(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value) -> Value {
  let pointers = texts.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}
