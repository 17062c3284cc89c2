/// Everything there is to say about one field, said once.
///
/// Storage columns, file formats, the data dictionary and the entry options are made from it.
public struct Column: Hashable, Sendable {
  /// The one name: SQLite column, JSON and YAML key, CSV header, dictionary variable.
  public let name: String
  /// A short label for people.
  public let label: String
  public let kind: Kind
  /// The unit of a number, in UCUM; nil when it has none.
  public let unit: String?
  /// The smallest and largest number that can be true.
  public let range: ClosedRange<Double>?
  public let privacy: Privacy
  public let release: ReleaseRule
  package let knownWords: KnownWords
  /// The published standard that defines the values.
  public let standard: String?
  /// A row cannot be read without it.
  public let required: Bool
  /// One sentence: what the value means.
  public let meaning: String
  /// A value as one writes it.
  public let example: String

  public init(
    _ name: String, _ label: String, kind: Kind, unit: String? = nil, range: ClosedRange<Double>? = nil,
    privacy: Privacy, release: ReleaseRule = .byClass, standard: String? = nil, required: Bool = false,
    meaning: String, example: String? = nil
  ) {
    self.init(
      name, label, kind: kind, unit: unit, range: range, privacy: privacy, release: release, known: .of(kind),
      standard: standard, required: required, meaning: meaning, example: example)
  }

  /// - Parameter known: which of its texts are nobody's own words.
  package init(
    _ name: String, _ label: String, kind: Kind, unit: String? = nil, range: ClosedRange<Double>? = nil,
    privacy: Privacy, release: ReleaseRule = .byClass, known: KnownWords, standard: String? = nil,
    required: Bool = false, meaning: String, example: String? = nil
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.unit = unit
    self.range = range
    self.privacy = privacy
    self.release = release
    knownWords = known
    self.standard = standard
    self.required = required
    self.meaning = meaning
    self.example = example ?? kind.example
  }
}
