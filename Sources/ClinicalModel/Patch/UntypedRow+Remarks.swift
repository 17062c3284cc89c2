/// The remarks on a case: why a value is absent, and what else is said of a field.
extension UntypedRow {
  /// Takes the stored remarks away that a value is absent which a row brings.
  mutating func dropAbsences(endedBy rows: [CasePatch.Row]) {
    let schema = Annotation.table.schema
    guard let (list, about, kind, _) = Self.absence else { return }
    guard children[list].contains(where: { $0.cells[kind].written == AnnotationKind.absent.rawValue }) else { return }
    var told: Set<String> = []
    for row in rows where row.standing == .laid && row.schema !== schema {
      for (column, cell) in zip(row.schema.columns, row.row.cells) where cell != .null {
        told.insert(row.path(of: column.name))
      }
    }
    let values = Set(flattened(of: Case.table.schema).flatMap { row in row.values.map { row.path(of: $0.name) } })
    children[list].removeAll { annotation in
      guard annotation.cells[kind].written == AnnotationKind.absent.rawValue,
        let path = annotation.cells[about].written
      else { return false }
      return told.contains(path) && !values.contains(path)
    }
  }

  /// Says that a field has no value, and why.
  mutating func note(absent row: CasePatch.Row, _ field: String, _ reason: String) {
    let path = row.path(of: field)
    guard let (list, about, kind, why) = Self.absence else { return }
    if let column = row.schema.index(of: field) { clear(row, column) }
    let found = children[list].firstIndex {
      $0.cells[about].written == path && $0.cells[kind].written == AnnotationKind.absent.rawValue
    }
    if let found {
      let mark = AbsenceMark(for: children[list][found].cells[why].written)
      if mark != AbsenceMark(for: reason) { children[list][found].cells[why] = .text(reason) }
      return
    }
    var annotation = UntypedRow(of: Annotation.table.schema)
    annotation.cells[about] = .text(path)
    annotation.cells[kind] = .text(AnnotationKind.absent.rawValue)
    annotation.cells[why] = .text(reason)
    children[list].append(annotation)
  }

  /// The table of annotations in a case, and its columns `about`, `kind` and `reason`.
  private static let absence: (list: Int, about: Int, kind: Int, reason: Int)? = {
    let schema = Annotation.table.schema
    guard let list = Case.table.schema.children.firstIndex(where: { $0 === schema }),
      let about = schema.index(of: "about"), let kind = schema.index(of: "kind"),
      let reason = schema.index(of: "reason")
    else { return nil }
    return (list, about, kind, reason)
  }()

  private mutating func clear(_ row: CasePatch.Row, _ column: Int) {
    if row.schema.identity == .wholeCase {
      cells[column] = .null
      return
    }
    for (table, child) in Case.table.schema.children.enumerated() {
      for position in children[table].indices {
        if child === row.schema, children[table][position].isOne(with: row) {
          children[table][position].cells[column] = .null
        }
        for (list, nested) in child.children.enumerated() where nested === row.schema {
          for index in children[table][position].children[list].indices
          where children[table][position].children[list][index].id == row.row.id {
            children[table][position].children[list][index].cells[column] = .null
          }
        }
      }
    }
  }

  /// Takes away the remarks on rows and fields.
  mutating func dropAnnotations(where isAbout: (CellPath) -> Bool) {
    let schema = Annotation.table.schema
    guard let list = Case.table.schema.children.firstIndex(where: { $0 === schema }),
      let column = schema.index(of: "about")
    else { return }
    children[list].removeAll { annotation in
      guard let text = annotation.cells[column].written else { return false }
      do { return isAbout(try CellPath(parsing: text)) } catch { return false }
    }
  }
}
