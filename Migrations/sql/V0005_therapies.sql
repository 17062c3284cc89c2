CREATE TABLE therapies (
  -- One agent, course or procedure.
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, -- The case.
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 31), -- The row's id, unique in this table and case.
  position INTEGER NOT NULL CHECK (position >= 1), -- Place in the order told.
  category TEXT NOT NULL CHECK (category = 'systemic' OR category = 'radiotherapy' OR category = 'surgery' OR category = 'opioid' OR category = 'analgesic' OR category = 'corticosteroid' OR category = 'nerve_block' OR category = 'neuraxial' OR category = 'ablation' OR category = 'supportive' OR category = 'other' OR category = 'not_reported'), -- Kind of therapy.
  indication TEXT, -- What it was given for; a steroid for the lung is no steroid for the syndrome.
  intent TEXT CHECK (intent = 'curative' OR intent = 'neoadjuvant' OR intent = 'adjuvant' OR intent = 'palliative' OR intent = 'local_control' OR intent = 'diagnostic' OR intent = 'other' OR intent = 'not_reported'), -- Aim of the therapy.
  sequence INTEGER CHECK (sequence BETWEEN 1 AND 999), -- Order as told, when the source gives no dates.
  line INTEGER CHECK (line BETWEEN 0 AND 30), -- Line of systemic anticancer therapy.
  regimen TEXT, -- Name of the regimen, as written.
  agent TEXT, -- One drug by its international non-proprietary name.
  dose REAL CHECK (dose BETWEEN 0 AND 1000000), -- One dose, in dose_unit per dose_per.
  dose_text TEXT, -- The dose in the words of the source.
  dose_unit TEXT, -- Unit of the dose, UCUM (mg).
  dose_per TEXT, -- What the dose is counted by.
  dose_is_max TEXT CHECK (dose_is_max = 'true' OR dose_is_max = 'false'), -- true when the source says "up to".
  times_per_day REAL CHECK (times_per_day BETWEEN 0.01 AND 100), -- How often a day. [/d]
  interval_days REAL CHECK (interval_days BETWEEN 0.01 AND 1000), -- Days from one dose or cycle to the next. [d]
  cycles INTEGER CHECK (cycles BETWEEN 0 AND 500), -- Number of cycles given.
  route TEXT, -- Route of administration, only where the source says it.
  start_date TEXT CHECK (length(start_date) BETWEEN 2 AND 80), -- First day.
  end_date TEXT CHECK (length(end_date) BETWEEN 2 AND 80), -- Last day.
  status TEXT CHECK (status = 'given' OR status = 'planned_only' OR status = 'offered' OR status = 'offered_not_given' OR status = 'not_given' OR status = 'value_unavailable' OR status = 'not_reported'), -- Whether it was given; given unless the source says otherwise.
  stop_reason TEXT, -- Why it ended.
  supports_id TEXT, -- The therapy that this one makes possible.
  technique TEXT, -- Technique or procedure in words.
  laterality TEXT CHECK (laterality = 'right' OR laterality = 'left' OR laterality = 'bilateral' OR laterality = 'midline' OR laterality = 'not_applicable' OR laterality = 'not_reported'), -- Side treated.
  level_from TEXT CHECK (level_from GLOB 'T[1-9]' OR level_from GLOB 'T1[0-2]' OR level_from GLOB '[LS][1-5]' OR level_from = 'not_reported'), -- The highest spinal level treated.
  level_to TEXT CHECK (level_to GLOB 'T[1-9]' OR level_to GLOB 'T1[0-2]' OR level_to GLOB '[LS][1-5]' OR level_to = 'not_reported'), -- The lowest spinal level treated.
  planned_gy REAL CHECK (planned_gy BETWEEN 0 AND 200), -- Radiation dose as planned. [Gy]
  planned_fractions INTEGER CHECK (planned_fractions BETWEEN 1 AND 100), -- Number of fractions as planned.
  delivered_gy REAL CHECK (delivered_gy BETWEEN 0 AND 200), -- Radiation dose as delivered. [Gy]
  delivered_fractions INTEGER CHECK (delivered_fractions BETWEEN 1 AND 100), -- Number of fractions as delivered.
  residual TEXT, -- What surgery left behind.
  reported_in TEXT, -- Where the source tells of it, when not in its text.
  PRIMARY KEY (case_id, id),
  FOREIGN KEY (case_id, supports_id) REFERENCES therapies (case_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE therapy_targets (
  -- A lesion that a therapy aims at.
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, -- The case.
  therapy_id TEXT NOT NULL, -- The therapy that it belongs to.
  lesion_id TEXT NOT NULL, -- The lesion that it aims at.
  position INTEGER NOT NULL CHECK (position >= 1), -- Place in the order told.
  certainty TEXT CHECK (certainty = 'stated' OR certainty = 'probable' OR certainty = 'unclear' OR certainty = 'not_reported'), -- How sure the source makes it.
  PRIMARY KEY (case_id, therapy_id, lesion_id),
  FOREIGN KEY (case_id, therapy_id) REFERENCES therapies (case_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (case_id, lesion_id) REFERENCES lesions (case_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
