/// A type whose values can stand in a field: an invalid one cannot exist.
public protocol FieldValue: Hashable, Sendable {
  static var kind: Kind { get }
  /// The unit of a number, in UCUM.
  static var unit: String? { get }
  /// The smallest and largest number that can be true.
  static var range: ClosedRange<Double>? { get }
  /// The published standard that defines the values.
  static var standard: String? { get }
  /// A value as one writes it.
  static var example: String { get }
  /// Which of its texts are nobody's own words.
  static var knownWords: KnownWords { get }

  /// Reads a value as a file, an option or the database gives it; text that spells a number is a number.
  ///
  /// - Throws: a ``Fault`` that says what was expected, with an example.
  init(_ scalar: Scalar) throws(Fault)

  var scalar: Scalar { get }

  /// Whether a value can be new to its list; a type for which this is false is never asked for ``novelty``.
  static var isOpen: Bool { get }
  /// What is worth a look about a value that is kept as it is; nil for a known one.
  var novelty: Fault? { get }
}

extension FieldValue {
  public static var unit: String? { nil }
  public static var range: ClosedRange<Double>? { nil }
  public static var standard: String? { nil }
  public static var example: String { kind.example }
  public static var knownWords: KnownWords { .of(kind) }
  public static var isOpen: Bool { false }
  public var novelty: Fault? { nil }
}

/// A value that is one text, in the database, in files and on the command line.
public protocol TextValue: FieldValue {
  init(parsing text: String) throws(Fault)
  var text: String { get }
}

extension TextValue {
  public init(_ scalar: Scalar) throws(Fault) { try self.init(parsing: scalar.written ?? "") }
  public var scalar: Scalar { .text(text) }
}
