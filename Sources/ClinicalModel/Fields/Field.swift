import Synchronization

/// A column of a table together with the property of the row that it is.
public struct Field<Row: Sendable>: Sendable {
  public let column: Column
  /// Whether its values can be new to their list.
  let isOpen: Bool
  /// How the property is reached; made when the first row is read or written.
  let access: @Sendable () -> FieldAccess<Row>

  /// Declares a field of a row; kind, unit, range and standard come from the type of the value.
  ///
  /// - Parameters:
  ///   - name: the one name (snake_case, unit included).
  ///   - path: the property; asked for when a row is read, so that a command which reads none starts fast.
  ///   - meaning: one sentence for the dictionary and the schema.
  ///   - required: a row cannot be read without it.
  ///   - reference: the table whose row ids the values are.
  ///   - example: a value as one writes it, where the type's would not fit those of the other fields.
  ///   - release: how it leaves, where its class would not do.
  ///   - known: which of its texts are nobody's own words, where the type does not say.
  public init<Value: FieldValue>(
    _ name: String, _ label: String,
    _ path: @autoclosure @escaping @Sendable () -> any WritableKeyPath<Row, Value?> & Sendable,
    _ privacy: Privacy,
    _ meaning: String, required: Bool = false, reference: String? = nil, example: String? = nil,
    release: ReleaseRule = .byClass, known: KnownWords = Value.knownWords
  ) {
    column = Column(
      name, label, kind: reference.map { .reference(to: $0) } ?? Value.kind, unit: Value.unit, range: Value.range,
      privacy: privacy, release: release, known: known, standard: Value.standard, required: required, meaning: meaning,
      example: example ?? (reference == nil ? Value.example : nil))
    isOpen = Value.isOpen
    access = {
      let property = Property(path())
      return FieldAccess(
        get: { row in property.get(row)?.scalar ?? .null },
        set: { (row, scalar) throws(Fault) in
          let value: Value? = scalar == .null ? nil : try Value(scalar)
          property.set(value, &row)
        },
        novelty: { row in property.get(row).flatMap(\.novelty) })
    }
  }
}

/// How one property of a row is read, written, and asked for what is new.
package struct FieldAccess<Row: Sendable>: Sendable {
  package let get: @Sendable (Row) -> Scalar
  let set: @Sendable (inout Row, Scalar) throws(Fault) -> Void
  /// What is worth a look about the value.
  let novelty: @Sendable (Row) -> Fault?
}

/// A property of a row. One that is stored lies at a fixed distance from the row's first byte, where it is read and
/// written ten times as fast as through its key path.
private struct Property<Row, Value>: Sendable {
  private let path: any WritableKeyPath<Row, Value?> & Sendable
  private let offset: Int?

  init(_ path: any WritableKeyPath<Row, Value?> & Sendable) {
    self.path = path
    offset = MemoryLayout<Row>.offset(of: path)
  }

  func get(_ row: Row) -> Value? {
    guard let offset else { return row[keyPath: path] }
    return withUnsafePointer(to: row) { start in
      UnsafeRawPointer(start).advanced(by: offset).assumingMemoryBound(to: Value?.self).pointee
    }
  }

  func set(_ value: Value?, _ row: inout Row) {
    guard let offset else {
      row[keyPath: path] = value
      return
    }
    withUnsafeMutablePointer(to: &row) { start in
      UnsafeMutableRawPointer(start).advanced(by: offset).assumingMemoryBound(to: Value?.self).pointee = value
    }
  }
}

/// A value that is made when it is first asked for, and once.
package final class Lazy<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let made = Mutex<Value?>(nil)

  package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  package var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
