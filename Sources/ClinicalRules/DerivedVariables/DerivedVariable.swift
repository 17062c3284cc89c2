public import ClinicalModel

/// One column of the flat research row of a case: what it means and how it is derived.
public final class DerivedVariable: Sendable {
  public let column: Column
  let derive: @Sendable (DerivationInput) -> Derived

  /// A fact that the registry derives.
  init(
    _ name: String, _ label: String, _ kind: Kind, unit: String? = nil, _ privacy: Privacy, _ meaning: String,
    release: ReleaseRule = .byClass, known: KnownWords? = nil,
    _ derive: @escaping @Sendable (DerivationInput) -> Derived
  ) {
    column = Column(
      name, label, kind: kind, unit: unit, privacy: privacy, release: release,
      known: known ?? (kind == .date ? PartialDate.knownWords : .of(kind)),
      meaning: meaning)
    self.derive = derive
  }

  /// A fact that is a plain copy of a field: label, kind, unit, privacy and meaning are the field's.
  ///
  /// - Parameters:
  ///   - name: the fact's own name where it is not the field's.
  ///   - absent: where the reason stands when the case has no such row.
  ///   - row: the row it is copied from.
  init<Row: TypedRow>(
    _ field: String, of table: Table<Row>, as name: String? = nil,
    absent: any KeyPath<DerivationInput, AbsenceReason> & Sendable = \.whyNotRecorded,
    from row: @escaping @Sendable (DerivationInput) -> Row?
  ) {
    let schema = table.schema
    guard let index = schema.index(of: field) else { preconditionFailure("\(schema.name) declares no \(field)") }
    let source = schema.columns[index]
    column = Column(
      name ?? field, source.label, kind: source.kind, unit: source.unit, range: source.range, privacy: source.privacy,
      release: source.release, known: source.knownWords, standard: source.standard, meaning: source.meaning)
    let get: @Sendable (Row) -> Scalar = { table.access[index].get($0) }
    derive = { reading in
      guard let row = row(reading) else { return .absent(reading[keyPath: absent]) }
      let value = get(row)
      return value == .null
        ? reading.absent(schema.path(row: row.id, column: field), else: .notRecorded) : .value(value)
    }
  }
}

/// What deriving came to: a value, or the reason why there is none.
enum Derived: Sendable {
  case value(Scalar)
  case absent(AbsenceReason)
  /// Absent for the reason that an annotation gives.
  case annotated(String)

  static func text(_ text: String) -> Derived { .value(.text(text)) }
  static func count(_ number: Int) -> Derived { .value(.integer(Int64(number))) }
  /// A number rounded to two decimals, so that 46.800000000000004 is 46.8.
  static func amount(_ number: Double) -> Derived { .value(.real((number * 100).rounded() / 100)) }
}

/// Yes, no, or nobody says: the last is no `no`.
enum YesNoUnknown: String, CaseIterable {
  case yes, no
  case notReported = "not_reported"

  static let kind = Kind.choice(allCases.map(\.rawValue), closed: true)
  var derived: Derived { .text(rawValue) }
}

extension Derived: Equatable {
  /// Why there is no value; nil where there is one.
  var reason: String? {
    switch self {
    case .value: nil
    case .absent(let reason): reason.rawValue
    case .annotated(let reason): reason
    }
  }

  /// Equal when the answer is, whoever gives the reason.
  static func == (a: Derived, b: Derived) -> Bool {
    if case .value(let mine) = a, case .value(let its) = b { return mine == its }
    return a.reason == b.reason && a.reason != nil
  }
}
