package import Foundation
import Synchronization

/// A clock that stands still until it is moved. It starts at half past nine on Saturday, 21 November 2026.
package final class TestClock: Sendable {
  private let moment: Mutex<Date>

  package init(_ text: String = "2026-11-21T09:30:00Z") {
    guard let moment = try? Date(text, strategy: .iso8601) else { preconditionFailure("\(text) is no moment") }
    self.moment = Mutex(moment)
  }

  package var now: Date {
    get { moment.withLock { $0 } }
    set { moment.withLock { $0 = newValue } }
  }

  package func advance(by seconds: TimeInterval) { moment.withLock { $0 += seconds } }
  package func advance(days: Int) { advance(by: TimeInterval(days) * 86_400) }
}
