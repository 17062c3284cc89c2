CREATE VIEW patients AS
  -- The flat rows that a cohort is taken from: not withdrawn, and no case that is another one told again.
  SELECT * FROM case_facts
  WHERE case_id NOT IN (SELECT id FROM cases WHERE status = 'withdrawn')
    AND case_id NOT IN (SELECT other_case_id FROM case_links WHERE state = 'same_patient');

CREATE VIEW reports AS
  -- Which source tells of which case, with what is known of the source.
  SELECT l.case_id, l.source_id, l.label, l.role, s.kind, s.access, s.authors, s.year, s.title, s.journal, s.doi, s.pmid,
    s.licence
  FROM case_sources l JOIN sources s ON s.id = l.source_id;

CREATE VIEW dates AS
  -- The first and the last day that each date of a case can be, as dates where they are of the calendar.
  SELECT case_id, row_table, row_id, field, axis, first_day, last_day,
    CASE WHEN axis = 'calendar' THEN date(first_day * 86400, 'unixepoch') END AS first_date,
    CASE WHEN axis = 'calendar' THEN date(last_day * 86400, 'unixepoch') END AS last_date
  FROM case_dates;
