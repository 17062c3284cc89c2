/// Finds the words that somebody probably meant.
public enum Nearest {
  /// Whether two words are the same but for a slip or two.
  public static func isNear(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8.prefix(64)), Array(b.utf8.prefix(64)))
    let limit = min(a.count, b.count) / 5
    return abs(a.count - b.count) <= limit && distance(a, b) <= limit
  }

  /// The up to two nearest words: within a third of the length, or sharing a beginning of three letters.
  public static func words(to text: String, among words: [String]) -> [String] {
    let wanted = Array(text.lowercased().utf8.prefix(64))
    guard !wanted.isEmpty else { return [] }
    let limit = max(1, wanted.count / 3)
    let ranked = words.compactMap { word -> (Int, String)? in
      let bytes = Array(word.lowercased().utf8.prefix(64))
      guard abs(bytes.count - wanted.count) <= limit || bytes.starts(with: wanted.prefix(3)) else { return nil }
      let distance = distance(wanted, bytes)
      if distance <= limit { return (distance, word) }
      return wanted.count >= 3 && bytes.starts(with: wanted) ? (limit + 1, word) : nil
    }
    return ranked.sorted { $0 < $1 }.prefix(2).map(\.1)
  }

  /// Edits between two words, where a swap of neighbours counts once (optimal string alignment).
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}

/// The known words in an error message.
public enum Suggestion {
  /// "did you mean x?", else the list, as far as anybody would read it.
  public static func sentence(for text: String, among known: [String]) -> Message {
    let near = Nearest.words(to: text, among: known)
    let list = known.prefix(30).joined(separator: ", ") + (known.count > 30 ? " and \(known.count - 30) more" : "")
    return near.isEmpty
      ? "known here: \(list)" : "did you mean \(near.joined(separator: " or "))?"
  }
}
