import ClinicalModel
// How long the edit checks take over the cases of an NDJSON file, reading aside: prints cases and seconds.
import ClinicalRules
import Foundation
import Interchange

let bytes = [UInt8](try Data(contentsOf: URL(filePath: CommandLine.arguments[1])))
var cases: [CaseSnapshot] = []
try CaseFile.ndjson.read(bytes) { subject, _ in cases.append(CaseSnapshot(subject)) }
let clock = ContinuousClock()
var found = 0
let time = clock.measure {
  for snapshot in cases { found += EditChecks.findings(in: snapshot, CheckContext()).count }
}
print(cases.count, time / .seconds(1), found)
