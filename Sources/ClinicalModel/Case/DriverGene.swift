/// What one test says of one gene.
public struct DriverGene: TypedRow {
  public var id = ""
  public var gene: GeneSymbol?
  public var status: GeneStatus?
  public var alteration: Alteration?
  public var partnerGene: GeneSymbol?
  public var variant: String?
  public var hgvsC: String?
  public var hgvsP: String?
  public var role: GeneRole?
  public var assay: String?

  public init() {}

  public static let table = Table<DriverGene>(
    "driver_genes", noun: "gene result", "What one test says of one gene; a gene that no test names has no row.",
    .numbered("G"), parent: "molecular_test_id",
    fields: [
      Field(
        "gene", "Gene", \.gene, .quasi, "Approved symbol; of a fusion the partner that is treated.", required: true),
      Field("status", "Status", \.status, .sensitive, "The result; negative only when the gene was tested by name."),
      Field("alteration", "Alteration", \.alteration, .sensitive, "Kind of alteration."),
      Field("partner_gene", "Partner gene", \.partnerGene, .quasi, "The other gene of a fusion.", example: "EML4"),
      Field(
        "variant", "Variant", \.variant, .quasi,
        "The variant's name as written (variant 1, exon 19 deletion); exons are never added."),
      Field("hgvs_c", "HGVS coding", \.hgvsC, .quasi, "Change of the coding DNA, with its reference sequence."),
      Field("hgvs_p", "HGVS protein", \.hgvsP, .quasi, "Change of the protein, with its reference sequence."),
      Field("role", "Role", \.role, .safe, "The part it plays, as the authors tell it."),
      Field("assay", "Assay", \.assay, .safe, "Clone, kit or probe."),
    ])
}
