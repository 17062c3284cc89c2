/// How far a column can point at a person (data model, "Privacy class of a field").
///
/// Direct identifiers have no class: they are never stored.
public enum Privacy: String, Hashable, Sendable, CaseIterable {
  /// Harmless alone and together: relative days, stages, doses, responses, grouped codes.
  case safe
  /// Worth protecting once the person is known: diagnosis, drugs, outcome.
  case sensitive
  /// Helps to find the person: age, sex, exact dates, places, sources, rare codes, free text.
  case quasi
}
