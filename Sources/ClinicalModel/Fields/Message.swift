/// A sentence for people: its words, the values in it, and what they can do, each told apart from the others.
///
/// Its words stand where the rule stands; who tells it spells the actions in its own way.
public struct Message: Hashable, Sendable {
  public enum Part: Hashable, Sendable {
    case words(String)
    case value(String)
    case action(Action)
  }

  public private(set) var parts: [Part]

  /// A sentence that comes from elsewhere.
  public init(verbatim text: String) { parts = text.isEmpty ? [] : [.value(text)] }

  public var isEmpty: Bool { parts.isEmpty }

  /// The sentence as a surface tells it.
  public func text(_ spelled: (Action) -> String) -> String {
    parts.map { part in
      switch part {
      case .words(let text), .value(let text): text
      case .action(let action): spelled(action)
      }
    }.joined()
  }

  /// What stays the same whatever the values are: `is-no-gene-symbol`.
  public var code: String {
    let words = parts.flatMap { part -> [Substring] in
      if case .words(let text) = part { text.lowercased().split { !$0.isLetter && !$0.isNumber } } else { [] }
    }
    return words.joined(separator: "-")
  }

  public static func + (first: Message, second: Message) -> Message { "\(first)\(second)" }

  /// Whether a text stands in it, as it was given.
  func holds(_ text: String) -> Bool { self.text { _ in "" }.contains(text) }
}

extension Message: ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) { parts = text.isEmpty ? [] : [.words(text)] }
  public init(stringInterpolation: Interpolation) { parts = stringInterpolation.parts }

  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    public init(literalCapacity: Int, interpolationCount: Int) { parts.reserveCapacity(2 * interpolationCount + 1) }

    public mutating func appendLiteral(_ text: String) { if !text.isEmpty { parts.append(.words(text)) } }
    public mutating func appendInterpolation(_ value: some Any) { parts.append(.value("\(value)")) }
    public mutating func appendInterpolation(action: Action) { parts.append(.action(action)) }
    public mutating func appendInterpolation(_ message: Message) { parts += message.parts }
    public mutating func appendInterpolation(_ fault: Fault) { parts += fault.message.parts }
  }
}

extension Message: CustomStringConvertible {
  /// As a test or a log tells it: actions by their own names.
  public var description: String { text { "\($0)" } }
}
