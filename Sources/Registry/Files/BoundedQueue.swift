import Foundation
import Synchronization

/// Hands items from one thread to another in their order; whoever is ahead waits.
final class BoundedQueue<Item: Sendable>: Sendable {
  /// Thrown to the giving side when nobody takes any more.
  struct Closed: Error {}

  private struct State {
    var items: [Item] = []
    var isEnded = false
    var isClosed = false
    var failure: (any Error)?
  }

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  /// - Parameter capacity: so many items may wait.
  init(capacity: Int) {
    // Counted up and not begun with: Dispatch ends the program when a semaphore goes with less than it began with.
    for _ in 0..<capacity { room.signal() }
  }

  func give(_ item: Item) throws {
    room.wait()
    try state.withLock { state in
      if state.isClosed {
        // The next one to give is told too, and does not wait.
        room.signal()
        throw Closed()
      }
      state.items.append(item)
    }
    filled.signal()
  }

  /// Nothing more comes.
  ///
  /// - Parameter failure: thrown to the taking side after what was given.
  func end(_ failure: (any Error)? = nil) {
    state.withLock { state in
      state.isEnded = true
      state.failure = failure
    }
    filled.signal()
  }

  /// The next item; nil at the end.
  func take() throws -> Item? {
    filled.wait()
    let item = try state.withLock { state -> Item? in
      if !state.items.isEmpty { return state.items.removeFirst() }
      if let failure = state.failure { throw failure }
      return nil
    }
    room.signal()
    return item
  }

  /// Nobody takes any more.
  func close() {
    state.withLock { $0.isClosed = true }
    room.signal()
  }

  /// Runs a giving side on a thread of its own.
  func fill(_ body: @escaping @Sendable (BoundedQueue) throws -> Void) {
    let thread = Thread {
      do {
        try body(self)
        self.end()
      } catch is Closed {
      } catch {
        self.end(error)
      }
    }
    thread.stackSize = 8 << 20
    thread.start()
  }
}
