// How fast files are parsed, without judging what they say: prints the bytes and the seconds.
import Foundation
import Interchange

let path = CommandLine.arguments[1]
let clock = ContinuousClock()
var fields = 0
let time = try clock.measure {
  let file = try FileHandle(forReadingFrom: URL(filePath: path))
  let source = ByteSource { [UInt8](try file.read(upToCount: 1 << 18) ?? Data()) }
  if path.hasSuffix(".csv") {
    var reader = try CSVReader(source)
    var record = CSVRecord()
    while try reader.next(into: &record) { fields += record.fields.count }
  } else {
    var lines = LineReader(source)
    while let line = try lines.next() { try JSONReader.readItems(line) { _ in fields += 1 } }
  }
}
print(try FileManager.default.attributesOfItem(atPath: path)[.size] ?? 0, time / .seconds(1), fields)
