CREATE TABLE case_dates (
  -- The days that one date of a case can be: derived, written in the same transaction as the case.
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, -- The case.
  row_table TEXT NOT NULL, -- The table of the row that the date belongs to.
  row_id TEXT NOT NULL, -- The row's id; of the case itself the case's id.
  field TEXT NOT NULL, -- The date's field; the text as written stands there.
  first_day INTEGER NOT NULL, -- The first day that it can be. [d]
  last_day INTEGER NOT NULL CHECK (last_day >= first_day), -- The last day that it can be. [d]
  axis TEXT NOT NULL CHECK (axis = 'calendar' OR axis = 'case_day'), -- What days are counted from: calendar from 1970-01-01, case_day from the case's own day 0.
  PRIMARY KEY (case_id, row_table, row_id, field)
) STRICT, WITHOUT ROWID;
