CREATE TABLE lesions (
  -- A tumour deposit.
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, -- The case.
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 31), -- The row's id, unique in this table and case.
  position INTEGER NOT NULL CHECK (position >= 1), -- Place in the order told.
  primary_tumour_id TEXT, -- The primary that it comes from, when there are several.
  kind TEXT CHECK (kind = 'primary' OR kind = 'metastasis' OR kind = 'direct_invasion' OR kind = 'nodal' OR kind = 'local_recurrence' OR kind = 'mimic' OR kind = 'indeterminate' OR kind = 'not_reported'), -- What the deposit is.
  site TEXT CHECK (site GLOB 'C[0-8][0-9].[0-9]'), -- Topography code of the deposit; psoas and iliopsoas muscle are C49.4.
  region TEXT, -- The place in words.
  muscle TEXT CHECK (muscle = 'psoas_major' OR muscle = 'psoas_minor' OR muscle = 'psoas' OR muscle = 'iliacus' OR muscle = 'iliopsoas' OR muscle = 'not_reported'), -- The muscle of the syndrome that it sits in.
  laterality TEXT CHECK (laterality = 'right' OR laterality = 'left' OR laterality = 'bilateral' OR laterality = 'midline' OR laterality = 'not_applicable' OR laterality = 'not_reported'), -- Side of the deposit.
  level_from TEXT CHECK (level_from GLOB 'T[1-9]' OR level_from GLOB 'T1[0-2]' OR level_from GLOB '[LS][1-5]' OR level_from = 'not_reported'), -- The highest spinal level.
  level_to TEXT CHECK (level_to GLOB 'T[1-9]' OR level_to GLOB 'T1[0-2]' OR level_to GLOB '[LS][1-5]' OR level_to = 'not_reported'), -- The lowest spinal level.
  involvement TEXT, -- How the tumour reached the muscle.
  histology TEXT CHECK (histology GLOB '[89][0-9][0-9][0-9]/[0-9]'), -- Histology of the deposit itself, where it was examined.
  first_seen_date TEXT CHECK (length(first_seen_date) BETWEEN 2 AND 80), -- When it was first seen, whatever it was then taken for.
  confirmation TEXT CHECK (confirmation = 'histology' OR confirmation = 'cytology' OR confirmation = 'operative' OR confirmation = 'imaging_only' OR confirmation = 'clinical' OR confirmation = 'not_reported'), -- What its nature rests on.
  PRIMARY KEY (case_id, id),
  FOREIGN KEY (case_id, primary_tumour_id) REFERENCES primary_tumours (case_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE lesion_observations (
  -- A lesion seen, or looked for, at a time.
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, -- The case.
  lesion_id TEXT NOT NULL, -- The lesion that it belongs to.
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 31), -- The row's id, unique in this table and case.
  position INTEGER NOT NULL CHECK (position >= 1), -- Place in the order told.
  observed_date TEXT CHECK (length(observed_date) BETWEEN 2 AND 80), -- Date of the observation.
  modality TEXT, -- How it was looked at.
  presence TEXT CHECK (presence = 'present' OR presence = 'absent' OR presence = 'not_reported'), -- Seen or not seen; a scan that shows nothing is a fact.
  size1_mm REAL CHECK (size1_mm BETWEEN 0.1 AND 1000), -- The first axis as printed; the longest is the largest of the three. [mm]
  size2_mm REAL CHECK (size2_mm BETWEEN 0.1 AND 1000), -- The second axis as printed. [mm]
  size3_mm REAL CHECK (size3_mm BETWEEN 0.1 AND 1000), -- The third axis as printed. [mm]
  suv_max REAL CHECK (suv_max BETWEEN 0 AND 200), -- Largest standardised uptake value. [{SUV}]
  texture TEXT, -- How it looks inside.
  trend TEXT, -- Against the observation before, as reported.
  interpretation TEXT, -- What it was taken for at that time.
  PRIMARY KEY (case_id, id),
  FOREIGN KEY (case_id, lesion_id) REFERENCES lesions (case_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
