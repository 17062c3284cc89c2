public import ArgumentParser
public import ClinicalModel
public import Registry

extension ListingFormat: ExpressibleByArgument {}
extension CaseView: ExpressibleByArgument {}
extension CheckSeverity: ExpressibleByArgument {}

/// How a command that lists writes its list.
struct ListingOptions: ParsableArguments {
  @Option(help: "table, json, ndjson, csv or markdown.")
  var format: ListingFormat = .table

  func print(_ listing: TextListing) { Console.print(listing.text(format, width: Console.current.width)) }
}
