/// The published cases and the code lists that travel inside the program.
public enum SeedData {
  /// Tab-separated: code, label, synonyms separated by `|`.
  public static var sites: String { text(PackageResources.sites_tsv) }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
