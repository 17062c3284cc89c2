import Interchange

/// Files that another thread reads, and whose cases it judges, ahead of the one that writes.
final class ReadAhead {
  /// The bytes of all files.
  let totalBytes: Int
  private let handover = BoundedQueue<[ImportReader.Event]>(capacity: 8)
  private var first: [ImportReader.Event]?

  /// Begins to read, and comes back with the first cases in hand: a pipe may keep them waiting, and nobody else should
  /// wait for it.
  init(_ inputs: [ImportInput], mapping: SheetMapping?, today: Int?) throws {
    totalBytes = inputs.reduce(0) { $0 + $1.size }
    let reading = ImportReader(inputs: inputs, mapping: mapping, today: today)
    handover.fill { handover in
      var batch: [ImportReader.Event] = []
      try reading.run { event in
        batch.append(event)
        if batch.count == 32 {
          try handover.give(batch.parallelMap(reading.prepared))
          batch = []
        }
      }
      try handover.give(batch.parallelMap(reading.prepared))
    }
    do {
      first = try handover.take()
    } catch {
      handover.close()
      throw error
    }
  }

  deinit { handover.close() }

  /// The next events; nil when there are no more.
  func next() throws -> [ImportReader.Event]? {
    if let first {
      self.first = nil
      return first
    }
    return try handover.take()
  }
}
