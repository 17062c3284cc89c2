CREATE TABLE annotations (
  -- A remark on one field of one row.
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, -- The case.
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 31), -- The row's id, unique in this table and case.
  position INTEGER NOT NULL CHECK (position >= 1), -- Place in the order told.
  about TEXT NOT NULL, -- The field that it is about: therapies/T3/route, or cases/country.
  kind TEXT NOT NULL CHECK (kind = 'source' OR kind = 'absent' OR kind = 'discrepancy' OR kind = 'override' OR kind = 'comment' OR kind = 'not_reported'), -- What the remark is.
  reason TEXT, -- Why a value is absent, contradicted or overridden.
  derivation TEXT CHECK (derivation = 'stated' OR derivation = 'inferred' OR derivation = 'calculated' OR derivation = 'curator' OR derivation = 'not_reported'), -- Where the value comes from.
  confidence TEXT CHECK (confidence = 'certain' OR confidence = 'probable' OR confidence = 'low' OR confidence = 'not_reported'), -- How sure the curator is.
  source_id TEXT, -- The source that the remark rests on.
  section TEXT, -- Section, page, figure or table of the source.
  quote TEXT, -- The words of the source, at most 25.
  rule TEXT, -- The edit check that the remark answers.
  PRIMARY KEY (case_id, id),
  FOREIGN KEY (case_id, source_id) REFERENCES case_sources (case_id, source_id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
