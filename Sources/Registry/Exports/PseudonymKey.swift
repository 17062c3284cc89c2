import ClinicalModel
import Crypto
import Storage

// The key of a registry's pseudonyms lies outside, so that a copy of the registry undoes none of them. The registry keeps
// its fingerprint: with another key every patient would have another pseudonym, and nobody would see it.
extension CaseRegistry {
  /// What makes the pseudonyms of an export; nil where ids leave as they are.
  ///
  /// - Throws: ``RegistryError/notAllowed(_:)`` when the key is not the one of the exports before.
  func pseudonymMaker(for order: ExportOrder) throws -> Pseudonym.Maker? {
    guard !order.profile.rule.identifies, order.format.namesPatients else { return nil }
    if order.newPseudonyms, curator.reason == nil {
      throw RegistryError.usage(
        Fault("\(action: .set(.newPseudonyms)) needs a reason", mend: "add \(action: .set(.reason, to: "TEXT"))"))
    }
    let state = StateDirectory(path: curator.state)
    let (registry, told) = try RegistryError.wrapping {
      try database.read { (try $0.registryID(), try $0.pseudonymKeyFingerprint()) }
    }
    if order.newPseudonyms { try state.retireKey(of: registry, at: curator.now()) }
    if try state.key(of: registry) == nil {
      if told != nil, !order.newPseudonyms { throw missing(state.keyFile(of: registry)) }
      try state.keep(curator.random(32), of: registry)
    }
    guard let key = try state.key(of: registry) else { throw missing(state.keyFile(of: registry)) }
    let fingerprint = Array(SHA256.hash(data: key)).hex
    if told != fingerprint {
      guard told == nil || order.newPseudonyms else {
        throw RegistryError.notAllowed(
          Fault(
            "\(state.keyFile(of: registry)) is another key than that of the exports before: every patient would have another pseudonym",
            mend:
              "bring the key back from where those exports were made, or write \(action: .set(.newPseudonyms)) \(action: .set(.reason, to: "TEXT"))"
          ))
      }
      try keep(fingerprint, insteadOf: told)
    }
    return Pseudonym.Maker(key: key)
  }

  private func missing(_ file: String) -> RegistryError {
    .notAllowed(
      Fault(
        "the key of the pseudonyms is not here: \(file)",
        mend:
          "copy it from where the exports before were made, or write \(action: .set(.newPseudonyms)) \(action: .set(.reason, to: "TEXT"))"
      ))
  }

  /// Writes the fingerprint into the registry, which may be open for reading alone.
  private func keep(_ fingerprint: String, insteadOf told: String?) throws {
    do {
      try RegistryError.wrapping {
        try RegistryDatabase.open(at: path, by: curator.author).mutate(by: curator.author) { session in
          guard try session.reading.pseudonymKeyFingerprint() == told else { throw RegistryError.busy }
          try session.keepPseudonymKey(fingerprint)
        }
      }
    } catch RegistryError.damaged(let fault) where told == nil {
      curator.note("the registry did not keep which key its pseudonyms are made with: \(fault)")
    }
  }
}

extension ExportFormat {
  /// Whether it tells of patients one by one; a list of publications does not.
  var namesPatients: Bool {
    switch self {
    case .csv, .dataPackage, .evidenceTable, .long: true
    case .bibtex, .ris, .csl: false
    }
  }
}
