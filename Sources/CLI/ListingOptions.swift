public import ArgumentParser
import ClinicalModel
import ClinicalRules
import Interchange
public import Presentation
import Registry

extension ListingFormat: ExpressibleByArgument {
  public init?(argument: String) { self.init(named: argument) }

  public static var allValueStrings: [String] { all.map(\.name) }
  public var defaultValueDescription: String { name }
}
extension CaseFormat: ExpressibleByArgument {}
extension CheckSeverity: ExpressibleByArgument {}

/// How a command that lists writes its list.
struct ListingOptions: ParsableArguments {
  @Option(help: "\(ListingFormat.all.map(\.name).listed).")
  var format: ListingFormat = .table

  func print(_ listing: ResultTable) { Console.print(listing.text(format, width: Console.current.width)) }
}

extension ListingFormat {
  /// Prints rows as they come; nothing before all of them are there, for half an answer looks like a whole one.
  ///
  /// - Parameter fill: begins a listing with its columns, and hands over the rows.
  func print<Result>(_ fill: (ListingPrinter) throws -> Result) throws -> Result {
    let printer = ListingPrinter(self)
    let result = try fill(printer)
    try printer.end()
    return result
  }
}

/// A listing on its way to the terminal.
final class ListingPrinter {
  private let spool = Spool()
  private let format: ListingFormat
  private var writer: (any RowWriter)?

  fileprivate init(_ format: ListingFormat) { self.format = format }

  func begin(_ columns: [Column]) { writer = format.begin(columns, width: Console.current.width) }

  func add(_ row: [Scalar]) throws {
    writer?.add(row)
    try drain()
  }

  /// Takes a piece of a listing that is written already.
  func add(_ bytes: [UInt8]) throws { try spool.write(bytes) }

  private func drain() throws { if let bytes = writer?.drain() { try spool.write(bytes) } }

  fileprivate func end() throws {
    writer?.end()
    try drain()
    try spool.pieces { Console.print(String(decoding: $0, as: UTF8.self)) }
  }
}
