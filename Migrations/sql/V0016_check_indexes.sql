CREATE INDEX cases_id_any_case ON cases (id COLLATE NOCASE);
CREATE INDEX case_links_other ON case_links (other_case_id);
