import Foundation
import Presentation
import Registry

/// Shows on a terminal how far an import has come: cases, how many a second, time left.
final class ImportMeter: @unchecked Sendable {
  private let console = Console.current
  private let start = Console.current.now()
  private var last = 0.0
  private var isShown = false

  /// Told of every case; looks at the clock now and then. The first two seconds it is silent.
  var progress: (@Sendable (ImportProgress) -> Void)? {
    guard console.isInteractive else { return nil }
    return { [self] progress in
      guard progress.cases % 64 == 0 else { return }
      let now = console.now()
      guard now - start > 2, now - last > 0.2 else { return }
      last = now
      isShown = true
      console.errors("\r\u{1B}[K" + Self.text(progress, seconds: now - start))
    }
  }

  /// Takes the line away.
  func clear() {
    if isShown { console.errors("\r\u{1B}[K") }
  }

  static func text(_ progress: ImportProgress, seconds: Double) -> String {
    let rate = Int(Double(progress.cases) / seconds)
    let share = progress.totalBytes > 0 ? min(1, Double(progress.bytes) / Double(progress.totalBytes)) : 0
    let left = share > 0.01 ? ", \(Self.clock(seconds * (1 - share) / share)) left" : ""
    return "\(progress.cases) cases, \(rate) a second\(left)"
  }

  private static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }
}
