import Foundation
import Synchronization

extension Array where Element: Sendable {
  /// What becomes of each element, in their order; as many at a time as the machine has cores.
  func parallelMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
    let cores = Swift.min(count, ProcessInfo.processInfo.activeProcessorCount)
    guard cores > 1 else { return map(transform) }
    let parts = Mutex([[Result]](repeating: [], count: cores))
    DispatchQueue.concurrentPerform(iterations: cores) { core in
      let part = self[count * core / cores..<count * (core + 1) / cores].map(transform)
      parts.withLock { $0[core] = part }
    }
    return parts.withLock { $0.flatMap(\.self) }
  }
}
