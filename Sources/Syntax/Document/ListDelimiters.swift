/// What stands around texts that are written one after another.
package struct ListDelimiters {
  package var start = ""
  package var between: String
  package var end = ""
  /// What stands there when there is no text.
  package var empty = ""

  package init(start: String = "", between: String, end: String = "", empty: String = "") {
    self.start = start
    self.between = between
    self.end = end
    self.empty = empty
  }
}
