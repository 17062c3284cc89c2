-- Older programs counted the migrations in a table of their own; user_version alone says now which schema it is.
DROP TABLE IF EXISTS grdb_migrations;

ALTER TABLE registry ADD COLUMN pseudonym_key TEXT /* SHA-256 of the key of the pseudonyms, which lies outside; null before the first export. */
  CHECK (length(pseudonym_key) = 64);
