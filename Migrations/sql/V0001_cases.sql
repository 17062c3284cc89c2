CREATE TABLE cases (
  -- A patient: one row, however many papers tell of the patient.
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 63), -- The case's id, unique in the registry.
  sex TEXT CHECK (sex = 'female' OR sex = 'male' OR sex = 'other' OR sex = 'unknown' OR sex = 'not_reported'), -- Sex as reported; unknown only when the source says that it is not known.
  age_min INTEGER CHECK (age_min BETWEEN 0 AND 120), -- The lowest age in completed years that the source allows, at the moment age_at. [a]
  age_max INTEGER CHECK (age_max BETWEEN 0 AND 120), -- The highest age in completed years that the source allows; equal to age_min when one age is given. [a]
  age_at TEXT CHECK (age_at = 'presentation' OR age_at = 'diagnosis' OR age_at = 'mps_onset' OR age_at = 'report' OR age_at = 'not_reported'), -- The moment that the age belongs to.
  presented_date TEXT CHECK (length(presented_date) BETWEEN 2 AND 80), -- When the patient first came with this illness.
  ascertainment TEXT CHECK (ascertainment = 'literature' OR ascertainment = 'retrospective_chart' OR ascertainment = 'prospective' OR ascertainment = 'not_reported'), -- How the registry came to know the case.
  country TEXT CHECK (country GLOB '[A-Z][A-Z][A-Z]'), -- Where the patient was treated.
  time_zero TEXT, -- What day 0 is when the source gives days instead of dates, in words.
  smoking TEXT CHECK (smoking = 'never' OR smoking = 'former' OR smoking = 'current' OR smoking = 'ever_unknown_status' OR smoking = 'unknown' OR smoking = 'not_reported'), -- Smoking status; pack-years alone do not say whether the patient still smokes.
  pack_years REAL CHECK (pack_years BETWEEN 0 AND 300), -- Packs a day times years, as reported. [{pack}.a]
  labelled_mps TEXT, -- What the authors themselves call the syndrome.
  vital_status TEXT CHECK (vital_status = 'alive' OR vital_status = 'dead' OR vital_status = 'unknown' OR vital_status = 'not_reported'), -- Alive or dead when the report ends.
  death_date TEXT CHECK (length(death_date) BETWEEN 2 AND 80), -- Date of death.
  cause_of_death TEXT, -- Cause of death in the words of the source.
  last_contact_date TEXT CHECK (length(last_contact_date) BETWEEN 2 AND 80), -- The last date on which the patient was known to be alive.
  mps_status_at_end TEXT, -- How the syndrome stood when the report ends.
  consent_by TEXT, -- Who consented to publication, by relation to the patient.
  status TEXT CHECK (status = 'draft' OR status = 'complete' OR status = 'verified' OR status = 'withdrawn' OR status = 'not_reported'), -- Where the registry's own work on the case stands.
  note TEXT -- Free text of the registry.
) STRICT, WITHOUT ROWID;

CREATE TABLE sources (
  -- A publication or a local record, shared by all cases that it tells of.
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 63), -- The source's id, unique in the registry.
  kind TEXT CHECK (kind = 'case_report' OR kind = 'case_series' OR kind = 'review' OR kind = 'conference_abstract' OR kind = 'chart' OR kind = 'registry_form' OR kind = 'not_reported'), -- Kind of source.
  access TEXT CHECK (access = 'full_text' OR access = 'partial_text' OR access = 'abstract' OR access = 'secondary' OR access = 'not_read' OR access = 'not_reported'), -- How much of the source could be read.
  doi TEXT CHECK (doi GLOB '10.*/*'), -- Digital object identifier, without a resolver's address.
  pmid TEXT, -- PubMed identifier.
  title TEXT, -- Title of the publication.
  authors TEXT, -- Authors as cited, the first one first.
  journal TEXT, -- Journal, in full or abbreviated.
  volume TEXT, -- Volume, with the issue in brackets.
  pages TEXT, -- Pages or article number.
  year INTEGER CHECK (year BETWEEN 1800 AND 2199), -- Year of the issue; a copyright line may name another.
  institution TEXT, -- Hospital or institution of the authors.
  citation TEXT, -- The whole citation, when its parts are not known.
  language TEXT, -- Language of the source.
  licence TEXT -- Licence of the publication; facts may be coded, text and figures follow the licence.
) STRICT, WITHOUT ROWID;

CREATE TABLE case_sources (
  -- A report of a patient: which source tells of which case, and as what.
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, -- The case.
  source_id TEXT NOT NULL REFERENCES sources (id), -- The source.
  position INTEGER NOT NULL CHECK (position >= 1), -- Place in the order told.
  label TEXT, -- The source's own name for the patient (Case 1).
  role TEXT CHECK (role = 'primary' OR role = 'same_patient' OR role = 'secondary' OR role = 'cites_only' OR role = 'not_reported'), -- What the source is for this patient.
  PRIMARY KEY (case_id, source_id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX sources_doi ON sources (doi) WHERE doi IS NOT NULL;
CREATE UNIQUE INDEX sources_pmid ON sources (pmid) WHERE pmid IS NOT NULL;
CREATE INDEX case_sources_source ON case_sources (source_id);
CREATE INDEX cases_withdrawn ON cases (id) WHERE status = 'withdrawn';
