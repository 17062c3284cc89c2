import ClinicalModel
public import ClinicalRules

extension CaseRegistry {
  /// Why a fact of a case is what it is, and the case.
  ///
  /// - Parameter name: a column of the flat row.
  /// - Throws: ``RegistryError/usage(_:)`` when there is no such fact, ``RegistryError/noInput(_:)`` no such case.
  public func explain(_ name: String, of id: String) throws -> (explanation: Explanation, snapshot: CaseSnapshot) {
    let snapshot = try snapshot(of: id)
    do { return (try DerivedVariables.explain(name, of: snapshot.row), snapshot) } catch {
      throw RegistryError.usage(error)
    }
  }
}
