import ClinicalModel
import ClinicalRules
import Foundation
import Registry
import TestSupport
import Testing

extension RegistryContext {
  /// Whoever runs the tests, in a state directory of a registry's own.
  static func tester(
    beside path: String, reason: String? = nil, noting note: @escaping @Sendable (Message) -> Void = { _ in }
  )
    -> RegistryContext
  {
    RegistryContext(
      name: { "tester" }, reason: reason, program: "test", state: path + "-state",
      now: { "2026-01-01T00:00:00.000Z" },
      random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }, note: note)
  }
}

private func registry(reason: String? = "test") throws -> CaseRegistry {
  let path = try Samples.path("psoas.sqlite")
  return try CaseRegistry.create(at: path, by: .tester(beside: path, reason: reason))
}

private func row(_ schema: Schema, _ cells: [String: Scalar], _ standing: CasePatch.Standing = .added, id: String = "")
  -> CasePatch.Row
{
  var row = UntypedRow(of: schema)
  row.id = id
  for (name, value) in cells { if let index = schema.index(of: name) { row.cells[index] = value } }
  return CasePatch.Row(row, of: schema, standing)
}

@Test func `a patch adds a case, and another one changes it`() throws {
  let registry = try registry()
  var patch = CasePatch(id: "synthetic-1")
  patch.fields = [("sex", .text("female")), ("note", .text("synthetic"))]
  patch.rows = [
    row(Lesion.table.schema, ["muscle": .text("psoas")]), row(Lesion.table.schema, ["muscle": .text("iliacus")]),
  ]
  #expect(try registry.add(patch).entries.map(\.outcome) == [.created])
  var change = CasePatch(id: "synthetic-1")
  change.removals = ["lesions/L1"]
  change.fields = [("lesions/L2/laterality", .text("left")), ("sex", .null)]
  change.rows = [row(Lesion.table.schema, ["muscle": .text("iliopsoas")])]
  #expect(try registry.edit(change).entries.map(\.outcome) == [.updated])
  let subject = try registry.snapshot(of: "synthetic-1").subject
  #expect(subject.sex == nil && subject.lesions.map(\.id) == ["L2", "L1"])
  #expect(subject.lesions.map(\.muscle) == [.iliacus, .iliopsoas] && subject.lesions[0].laterality == .left)
}

@Test func `a patch that says the same again changes nothing`() throws {
  let registry = try registry()
  var patch = CasePatch(id: "synthetic-1")
  patch.fields = [("note", .text("synthetic"))]
  patch.rows = [row(Lesion.table.schema, ["muscle": .text("psoas")], .laid, id: "L7")]
  #expect(try registry.add(patch).entries.map(\.outcome) == [.created])
  #expect(try registry.edit(patch).entries.map(\.outcome) == [.unchanged])
  #expect(try registry.history(of: "synthetic-1").listing.rows.contains { $0.contains(.text("lesions/L7/muscle")) })
}

@Test func `a path that names nothing, and a value that does not fit, are faults of whoever told them`() throws {
  let registry = try registry()
  var patch = CasePatch(id: "synthetic-1")
  patch.fields = [("note", .text("synthetic"))]
  _ = try registry.add(patch)
  patch.fields = [("lesions/L9/muscle", .text("psoas"))]
  #expect { try registry.edit(patch) } throws: { if case RegistryError.usage = $0 { true } else { false } }
  patch.fields = [("sex", .text("mal"))]
  #expect { try registry.edit(patch) } throws: {
    if case RegistryError.options(let found) = $0 { found.count == 1 } else { false }
  }
  #expect { try registry.add(patch) } throws: { if case RegistryError.options = $0 { true } else { false } }
  patch.fields = []
  patch.id = "nobody"
  #expect { try registry.edit(patch) } throws: { if case RegistryError.noInput = $0 { true } else { false } }
}

@Test func `a change without a reason is kept, and noted with what mends it`() throws {
  let path = try Samples.path("psoas.sqlite")
  let notes = Notes()
  let registry = try CaseRegistry.create(at: path, by: .tester(beside: path) { notes.add($0) })
  var patch = CasePatch(id: "synthetic-1")
  patch.fields = [("note", .text("synthetic"))]
  _ = try registry.add(patch)
  #expect(notes.all.isEmpty)
  patch.fields = [("note", .text("synthetic, again"))]
  _ = try registry.edit(patch)
  #expect(notes.all.map(\.parts).contains { $0.contains(.action(.set(.reason, to: "TEXT"))) })
}

/// What a registry told its user.
private final class Notes: @unchecked Sendable {
  private let lock = NSLock()
  private var told: [Message] = []

  func add(_ note: Message) { lock.withLock { told.append(note) } }
  var all: [Message] { lock.withLock { told } }
}
