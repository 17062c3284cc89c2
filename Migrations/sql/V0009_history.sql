CREATE TABLE registry (
  -- The registry itself: one row.
  id TEXT NOT NULL PRIMARY KEY -- Random, made with the registry; its anchors outside the file carry it.
) STRICT, WITHOUT ROWID;

INSERT INTO registry (id) VALUES (lower(hex(randomblob(16))));

CREATE TABLE revisions (
  -- One changed case in one command: appended, never changed (docs/reference/event-log.md).
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1), -- 1, 2, 3 …, without a gap.
  batch INTEGER NOT NULL CHECK (batch BETWEEN 1 AND seq), -- The seq of the first revision of the same command.
  at TEXT NOT NULL, -- When, by the clock of that machine: UTC, to the millisecond, with Z.
  actor TEXT NOT NULL, -- Who.
  action TEXT NOT NULL, -- create, update, withdraw, reinstate, adopt (stored before the history began), export.
  case_id TEXT, -- The case; null for an event of the registry as a whole.
  program TEXT NOT NULL, -- Version of the program that wrote it.
  schema INTEGER NOT NULL, -- Number of the last migration at that time.
  reason TEXT, -- Why, in words.
  payload TEXT, -- A JSON list of [path, old, new], one a changed field; of an export what was handed out.
  salt BLOB CHECK (length(salt) = 32), -- Random; without it neither commitment nor row_hash says anything.
  commitment BLOB NOT NULL CHECK (length(commitment) = 32), -- SHA-256 over salt, payload and reason.
  row_hash BLOB CHECK (length(row_hash) = 32), -- SHA-256 over salt and all rows of the case after the change.
  prev BLOB NOT NULL CHECK (length(prev) = 32), -- The hash of the revision before; 32 zero bytes for the first.
  hash BLOB NOT NULL CHECK (length(hash) = 32) -- SHA-256 over prev, commitment, row_hash and every column before payload but reason.
) STRICT;

CREATE INDEX revisions_case ON revisions (case_id, seq) WHERE case_id IS NOT NULL;

CREATE TRIGGER revisions_append BEFORE INSERT ON revisions
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM revisions)
  OR NEW.prev <> coalesce((SELECT hash FROM revisions ORDER BY seq DESC LIMIT 1), zeroblob(32))
BEGIN
  SELECT RAISE(ABORT, 'revisions are only appended');
END;

CREATE TRIGGER revisions_no_update BEFORE UPDATE ON revisions
BEGIN
  SELECT RAISE(ABORT, 'revisions are never changed');
END;

CREATE TRIGGER revisions_no_delete BEFORE DELETE ON revisions
BEGIN
  SELECT RAISE(ABORT, 'revisions are never deleted');
END;
