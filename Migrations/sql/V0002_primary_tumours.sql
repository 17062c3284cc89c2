CREATE TABLE primary_tumours (
  -- A primary tumour.
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, -- The case.
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 31), -- The row's id, unique in this table and case.
  position INTEGER NOT NULL CHECK (position >= 1), -- Place in the order told.
  role TEXT CHECK (role = 'index' OR role = 'candidate' OR role = 'other' OR role = 'not_reported'), -- Whether this cancer reached the psoas; the first primary is the index when none says so.
  site TEXT CHECK (site GLOB 'C[0-8][0-9].[0-9]'), -- Topography code of the primary.
  site_text TEXT, -- The site in the words of the source.
  laterality TEXT CHECK (laterality = 'right' OR laterality = 'left' OR laterality = 'bilateral' OR laterality = 'midline' OR laterality = 'not_applicable' OR laterality = 'not_reported'), -- Side of a paired organ.
  histology TEXT CHECK (histology GLOB '[89][0-9][0-9][0-9]/[0-9]'), -- Morphology code with behaviour; a primary is never /6.
  histology_text TEXT, -- The histology in the words of the source.
  grade TEXT, -- 1 well, 2 moderately, 3 poorly differentiated, 4 undifferentiated; low or high.
  size1_mm REAL CHECK (size1_mm BETWEEN 0.1 AND 1000), -- The first axis as printed; the longest is the largest of the three. [mm]
  size2_mm REAL CHECK (size2_mm BETWEEN 0.1 AND 1000), -- The second axis as printed. [mm]
  size3_mm REAL CHECK (size3_mm BETWEEN 0.1 AND 1000), -- The third axis as printed. [mm]
  diagnosed_date TEXT CHECK (length(diagnosed_date) BETWEEN 2 AND 80), -- Date of diagnosis of this primary.
  basis TEXT, -- What the diagnosis rests on.
  PRIMARY KEY (case_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE stagings (
  -- One staging as published: never corrected, a better one stands beside it.
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, -- The case.
  primary_tumour_id TEXT NOT NULL, -- The primary tumour that it belongs to.
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 31), -- The row's id, unique in this table and case.
  position INTEGER NOT NULL CHECK (position >= 1), -- Place in the order told.
  system TEXT, -- Staging system.
  edition TEXT, -- Edition of the system; left out when the source does not name it.
  basis TEXT CHECK (basis = 'c' OR basis = 'p' OR basis = 'yc' OR basis = 'yp' OR basis = 'r' OR basis = 'a' OR basis = 'unspecified' OR basis = 'not_reported'), -- Clinical, pathological, after therapy (y), at recurrence (r), at autopsy (a).
  t TEXT, -- T as published, without its letter.
  n TEXT, -- N as published, without its letter.
  m TEXT, -- M as published, without its letter.
  stage_group TEXT, -- Stage group as published (IVA).
  staged_date TEXT CHECK (length(staged_date) BETWEEN 2 AND 80), -- Date of this staging.
  verbatim TEXT, -- The staging in the words of the source.
  PRIMARY KEY (case_id, id),
  FOREIGN KEY (case_id, primary_tumour_id) REFERENCES primary_tumours (case_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
