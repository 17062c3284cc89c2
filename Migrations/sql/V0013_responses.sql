CREATE TABLE responses (
  -- One assessment of response.
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, -- The case.
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 31), -- The row's id, unique in this table and case.
  position INTEGER NOT NULL CHECK (position >= 1), -- Place in the order told.
  scope TEXT CHECK (scope = 'overall' OR scope = 'lesion' OR scope = 'region' OR scope = 'symptom' OR scope = 'not_reported'), -- What the response is the response of.
  lesion_id TEXT, -- The lesion that was assessed.
  region TEXT, -- The region, or the symptom, in words.
  criteria TEXT CHECK (criteria = 'recist_1_1' OR criteria = 'irecist' OR criteria = 'percist_1_0' OR criteria = 'eortc_pet' OR criteria = 'clinical' OR criteria = 'unspecified' OR criteria = 'not_reported'), -- The criteria named by the source; unspecified when it names none.
  category TEXT CHECK (category = 'CR' OR category = 'PR' OR category = 'SD' OR category = 'PD' OR category = 'NE' OR category = 'iCR' OR category = 'iPR' OR category = 'iSD' OR category = 'iUPD' OR category = 'iCPD' OR category = 'CMR' OR category = 'PMR' OR category = 'SMD' OR category = 'PMD' OR category = 'mixed' OR category = 'resolved' OR category = 'improved' OR category = 'unchanged' OR category = 'worse' OR category = 'insufficient' OR category = 'failed' OR category = 'not_reported'), -- The response as published.
  assessed_date TEXT CHECK (length(assessed_date) BETWEEN 2 AND 80), -- When it was assessed.
  at_gy REAL CHECK (at_gy BETWEEN 0 AND 200), -- The dose given so far, of a response within a course. [Gy]
  at_fraction INTEGER CHECK (at_fraction BETWEEN 1 AND 100), -- The fractions given so far, of a response within a course.
  preferred TEXT CHECK (preferred = 'true' OR preferred = 'false'), -- true for the one that a curator takes where a source gives several.
  verbatim TEXT, -- The response in the words of the source, at most 25.
  PRIMARY KEY (case_id, id),
  FOREIGN KEY (case_id, lesion_id) REFERENCES lesions (case_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE response_therapies (
  -- A therapy credited with a response.
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, -- The case.
  response_id TEXT NOT NULL, -- The response that it belongs to.
  therapy_id TEXT NOT NULL, -- The therapy that is credited.
  position INTEGER NOT NULL CHECK (position >= 1), -- Place in the order told.
  PRIMARY KEY (case_id, response_id, therapy_id),
  FOREIGN KEY (case_id, response_id) REFERENCES responses (case_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (case_id, therapy_id) REFERENCES therapies (case_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE adverse_events (
  -- An adverse event.
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, -- The case.
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 31), -- The row's id, unique in this table and case.
  position INTEGER NOT NULL CHECK (position >= 1), -- Place in the order told.
  term TEXT, -- The event in the words of the source.
  grade INTEGER CHECK (grade BETWEEN 1 AND 5), -- Grade 1 to 5.
  ctcae_version TEXT, -- Version of CTCAE; left out where none is named.
  immune_related TEXT CHECK (immune_related = 'true' OR immune_related = 'false'), -- true when the source calls it immune-related.
  therapy_id TEXT, -- The therapy that it is attributed to.
  action TEXT, -- What was done about it.
  onset_date TEXT CHECK (length(onset_date) BETWEEN 2 AND 80), -- When it began.
  PRIMARY KEY (case_id, id),
  FOREIGN KEY (case_id, therapy_id) REFERENCES therapies (case_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
