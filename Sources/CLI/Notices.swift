import ClinicalModel
import Registry

extension ImportReport {
  /// Tells the first notices; nobody reads a thousand, and `check` has those that a check gave.
  func tellNotices() {
    for notice in notices.prefix(Self.mostNotices) { Console.note("psoas: notice: \(notice.text(\.spelled))") }
    if notices.count > Self.mostNotices {
      Console.note("psoas: notice: … and more; psoas check lists what is open, --format json tells up to a thousand")
    }
  }

  private static let mostNotices = 50
}
