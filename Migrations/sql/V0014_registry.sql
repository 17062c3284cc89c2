CREATE TABLE case_links (
  -- Two cases that may be one patient.
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, -- The case with the lower id.
  other_case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, -- The case with the higher id.
  state TEXT NOT NULL CHECK (state = 'open' OR state = 'same_patient' OR state = 'distinct'), -- open until somebody decides.
  score REAL CHECK (score BETWEEN 0 AND 1), -- How much speaks for one patient.
  reason TEXT, -- What speaks for it, or why it was decided so.
  decided_by TEXT, -- Who decided.
  PRIMARY KEY (case_id, other_case_id),
  CHECK (case_id < other_case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE cohorts (
  -- A named, stored query.
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 63), -- The cohort's name.
  definition TEXT NOT NULL, -- The criteria, as the command line spells them.
  created TEXT NOT NULL, -- When it was made, UTC, ISO 8601.
  note TEXT -- What it is for.
) STRICT, WITHOUT ROWID;

CREATE TABLE codes (
  -- A code of a list that the user has brought, beside those of the program.
  list TEXT NOT NULL, -- The list that the code is of.
  code TEXT NOT NULL, -- The code.
  label TEXT NOT NULL, -- Its label.
  synonyms TEXT, -- Other words for it, separated by |.
  standard TEXT, -- The same in a published system.
  PRIMARY KEY (list, code)
) STRICT, WITHOUT ROWID;
