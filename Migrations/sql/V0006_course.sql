CREATE TABLE mps_episodes (
  -- An episode of malignant psoas syndrome and its criteria (Stevens 1990; Agar 2004).
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, -- The case.
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 31), -- The row's id, unique in this table and case.
  position INTEGER NOT NULL CHECK (position >= 1), -- Place in the order told.
  side TEXT CHECK (side = 'right' OR side = 'left' OR side = 'bilateral' OR side = 'midline' OR side = 'not_applicable' OR side = 'not_reported'), -- Side of the syndrome.
  side_first TEXT CHECK (side_first = 'right' OR side_first = 'left' OR side_first = 'bilateral' OR side_first = 'midline' OR side_first = 'not_applicable' OR side_first = 'not_reported'), -- The side on which a bilateral syndrome began.
  onset_date TEXT CHECK (length(onset_date) BETWEEN 2 AND 80), -- When its symptoms began.
  recognised_date TEXT CHECK (length(recognised_date) BETWEEN 2 AND 80), -- When it was recognised as the syndrome.
  resolved_date TEXT CHECK (length(resolved_date) BETWEEN 2 AND 80), -- When its symptoms had gone.
  plexopathy TEXT CHECK (plexopathy = 'present' OR plexopathy = 'absent' OR plexopathy = 'probable' OR plexopathy = 'not_done' OR plexopathy = 'not_reported'), -- Ipsilateral proximal lumbosacral plexopathy.
  fixed_hip_flexion TEXT CHECK (fixed_hip_flexion = 'present' OR fixed_hip_flexion = 'absent' OR fixed_hip_flexion = 'probable' OR fixed_hip_flexion = 'not_done' OR fixed_hip_flexion = 'not_reported'), -- Painful fixed flexion of the hip.
  stretch_test TEXT CHECK (stretch_test = 'present' OR stretch_test = 'absent' OR stretch_test = 'probable' OR stretch_test = 'not_done' OR stretch_test = 'not_reported'), -- Psoas stretch test.
  imaging_involvement TEXT CHECK (imaging_involvement = 'present' OR imaging_involvement = 'absent' OR imaging_involvement = 'probable' OR imaging_involvement = 'not_done' OR imaging_involvement = 'not_reported'), -- Malignant involvement of the muscle on imaging.
  pathology_involvement TEXT CHECK (pathology_involvement = 'present' OR pathology_involvement = 'absent' OR pathology_involvement = 'probable' OR pathology_involvement = 'not_done' OR pathology_involvement = 'not_reported'), -- Malignant involvement of the muscle in pathology.
  PRIMARY KEY (case_id, id)
) STRICT, WITHOUT ROWID;
