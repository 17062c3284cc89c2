import Storage

extension ChangeAuthor {
  /// Whoever runs the tests, at one time; its salts are random.
  static var tester: ChangeAuthor { tester() }

  static func tester(reason: String? = nil) -> ChangeAuthor {
    let salt: @Sendable () -> [UInt8] = { (0..<32).map { _ in UInt8.random(in: 0...255) } }
    return ChangeAuthor(
      name: "tester", reason: reason, time: "2026-01-01T00:00:00.000Z", program: "test", witness: { _, _, _ in {} },
      salt: salt)
  }
}
