-- What a cohort is asked by and few cases have; a drug or a finding that no list knows is found in any letter case.
CREATE INDEX case_facts_histology ON case_facts (histology);
CREATE INDEX findings_code ON findings (code COLLATE NOCASE, presence);
CREATE INDEX therapies_agent ON therapies (agent COLLATE NOCASE, status) WHERE agent IS NOT NULL;
CREATE INDEX case_dates_onset ON case_dates (first_day, last_day)
  WHERE row_table = 'mps_episodes' AND field = 'onset_date';
