CREATE TABLE molecular_tests (
  -- A molecular test or panel; a panel that names no gene makes none of them negative.
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, -- The case.
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 31), -- The row's id, unique in this table and case.
  position INTEGER NOT NULL CHECK (position >= 1), -- Place in the order told.
  method TEXT, -- Laboratory method.
  scope TEXT CHECK (scope = 'single_gene' OR scope = 'panel' OR scope = 'unspecified' OR scope = 'not_reported'), -- One gene, a panel, or not said.
  outcome TEXT CHECK (outcome = 'driver_detected' OR outcome = 'no_driver_detected' OR outcome = 'failed' OR outcome = 'not_reported'), -- What the test as a whole says of drivers.
  specimen TEXT, -- What was tested.
  lesion_id TEXT, -- The lesion that the specimen came from.
  tested_date TEXT CHECK (length(tested_date) BETWEEN 2 AND 80), -- Date of the test.
  verbatim TEXT, -- The result in the words of the source.
  PRIMARY KEY (case_id, id),
  FOREIGN KEY (case_id, lesion_id) REFERENCES lesions (case_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE driver_genes (
  -- What one test says of one gene; a gene that no test names has no row.
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, -- The case.
  molecular_test_id TEXT NOT NULL, -- The molecular test that it belongs to.
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 31), -- The row's id, unique in this table and case.
  position INTEGER NOT NULL CHECK (position >= 1), -- Place in the order told.
  gene TEXT NOT NULL, -- Approved symbol; of a fusion the partner that is treated.
  status TEXT CHECK (status = 'positive' OR status = 'negative' OR status = 'equivocal' OR status = 'failed' OR status = 'not_tested' OR status = 'value_unavailable' OR status = 'not_reported'), -- The result; negative only when the gene was tested by name.
  alteration TEXT CHECK (alteration = 'fusion' OR alteration = 'amplification' OR alteration = 'mutation' OR alteration = 'deletion' OR alteration = 'insertion' OR alteration = 'rearrangement' OR alteration = 'copy_number_gain' OR alteration = 'copy_number_loss' OR alteration = 'overexpression' OR alteration = 'loss_of_expression' OR alteration = 'methylation' OR alteration = 'other' OR alteration = 'not_reported'), -- Kind of alteration.
  partner_gene TEXT, -- The other gene of a fusion.
  variant TEXT, -- The variant's name as written (variant 1, exon 19 deletion); exons are never added.
  hgvs_c TEXT, -- Change of the coding DNA, with its reference sequence.
  hgvs_p TEXT, -- Change of the protein, with its reference sequence.
  role TEXT CHECK (role = 'driver' OR role = 'resistance' OR role = 'co_alteration' OR role = 'biomarker_only' OR role = 'not_stated' OR role = 'not_reported'), -- The part it plays, as the authors tell it.
  assay TEXT, -- Clone, kit or probe.
  PRIMARY KEY (case_id, id),
  FOREIGN KEY (case_id, molecular_test_id) REFERENCES molecular_tests (case_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX driver_genes_gene ON driver_genes (gene, status);
CREATE INDEX driver_genes_partner ON driver_genes (partner_gene, status) WHERE partner_gene IS NOT NULL;
