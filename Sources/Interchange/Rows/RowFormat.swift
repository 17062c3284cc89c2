/// How rows of one table are written to a file or to a program.
public enum RowFormat: String, CaseIterable, Sendable {
  case json, ndjson, csv, markdown
}
