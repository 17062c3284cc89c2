CREATE TABLE findings (
  -- A symptom, sign, complication, comorbidity or event (transfer, discharge, flare).
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, -- The case.
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 31), -- The row's id, unique in this table and case.
  position INTEGER NOT NULL CHECK (position >= 1), -- Place in the order told.
  kind TEXT CHECK (kind = 'symptom' OR kind = 'sign' OR kind = 'complication' OR kind = 'comorbidity' OR kind = 'event' OR kind = 'not_reported'), -- What kind of finding it is.
  code TEXT, -- Term of the Human Phenotype Ontology, or a local one (mps:).
  label TEXT, -- The finding in words.
  presence TEXT CHECK (presence = 'present' OR presence = 'absent' OR presence = 'not_reported'), -- absent when the source says that it was not there; a finding told without it was there.
  laterality TEXT CHECK (laterality = 'right' OR laterality = 'left' OR laterality = 'bilateral' OR laterality = 'midline' OR laterality = 'not_applicable' OR laterality = 'not_reported'), -- Side of the finding.
  level_from TEXT CHECK (level_from GLOB 'T[1-9]' OR level_from GLOB 'T1[0-2]' OR level_from GLOB '[LS][1-5]' OR level_from = 'not_reported'), -- The highest spinal level or root.
  level_to TEXT CHECK (level_to GLOB 'T[1-9]' OR level_to GLOB 'T1[0-2]' OR level_to GLOB '[LS][1-5]' OR level_to = 'not_reported'), -- The lowest spinal level or root.
  method TEXT, -- How it was found.
  onset_date TEXT CHECK (length(onset_date) BETWEEN 2 AND 80), -- When it began, or happened.
  resolved_date TEXT CHECK (length(resolved_date) BETWEEN 2 AND 80), -- When it had gone.
  verbatim TEXT, -- The words of the source, at most 25.
  PRIMARY KEY (case_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE measurements (
  -- A score, a laboratory value or the level of a biomarker.
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, -- The case.
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 31), -- The row's id, unique in this table and case.
  position INTEGER NOT NULL CHECK (position >= 1), -- Place in the order told.
  code TEXT NOT NULL, -- What was measured.
  value REAL CHECK (value BETWEEN -1000000 AND 1000000000), -- The number; the lower end of a range.
  value_max REAL CHECK (value_max BETWEEN -1000000 AND 1000000000), -- The upper end of a range.
  value_text TEXT, -- A value that is no number.
  comparator TEXT CHECK (comparator = '<' OR comparator = '<=' OR comparator = '=' OR comparator = '>=' OR comparator = '>' OR comparator = '~' OR comparator = 'not_reported'), -- How the number stands to what was measured.
  unit TEXT, -- Unit in UCUM; left out where the source prints none.
  unit_text TEXT, -- Unit as the source prints it.
  reference_low REAL CHECK (reference_low BETWEEN -1000000 AND 1000000000), -- Lower end of the normal range as printed.
  reference_high REAL CHECK (reference_high BETWEEN -1000000 AND 1000000000), -- Upper end of the normal range as printed.
  site TEXT, -- Where it was measured: the painful place, the organ.
  lesion_id TEXT, -- The lesion that was measured.
  measured_date TEXT CHECK (length(measured_date) BETWEEN 2 AND 80), -- When it was measured.
  PRIMARY KEY (case_id, id),
  FOREIGN KEY (case_id, lesion_id) REFERENCES lesions (case_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
