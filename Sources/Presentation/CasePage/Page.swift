/// What is told in words, as values: a title, and sections with what stands in them.
public struct Page: Sendable {
  public enum Entry: Sendable {
    /// What is told of one thing: its mark (an id, a bullet or nothing), then the parts; at depth 1 it stands inside the
    /// item before it.
    case item(mark: String, parts: [String], depth: Int)
    /// Names with their values, one under the other.
    case pairs([(name: String, value: String)], depth: Int)
  }

  public struct Section: Sendable {
    /// Empty for what stands under the title.
    public let name: String
    public fileprivate(set) var entries: [Entry] = []
  }

  public static let bullet = "–"
  public let title: [String]
  public private(set) var sections = [Section(name: "")]

  /// - Parameter title: what there is of it.
  init(_ title: [String?]) { self.title = title.compactMap { $0 } }

  mutating func section(_ name: String) { sections.append(Section(name: name)) }

  /// An item of the section that was begun last; one that tells nothing is left out.
  mutating func item(_ mark: String = "", _ parts: [String?], depth: Int = 0) {
    let told = parts.compactMap { $0 }.filter { !$0.isEmpty }
    if !(mark.isEmpty && told.isEmpty) { add(.item(mark: mark, parts: told, depth: depth)) }
  }

  mutating func pairs(_ pairs: [(name: String, value: String)], depth: Int = 0) { add(.pairs(pairs, depth: depth)) }

  private mutating func add(_ entry: Entry) { sections[sections.count - 1].entries.append(entry) }
}
