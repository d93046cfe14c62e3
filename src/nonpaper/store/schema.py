"""The tables, version after version. A new file takes the same way as an old one, so that both end alike.

A published version is never edited: what changes is a version of its own at the end.
"""

from __future__ import annotations

_FIRST = (
    """CREATE TABLE report (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  content TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL,
  title TEXT,
  outlet TEXT,
  published TEXT,
  language TEXT,
  url TEXT,
  added TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  offsets TEXT NOT NULL,
  headings TEXT NOT NULL,
  findings TEXT NOT NULL,
  text TEXT NOT NULL,
  raw TEXT
) STRICT""",
    """CREATE TABLE reading (
  report TEXT NOT NULL REFERENCES report (id),
  reader TEXT NOT NULL,
  claims INTEGER NOT NULL,
  provisions INTEGER NOT NULL,
  positions INTEGER NOT NULL,
  unsure INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (report, reader)
) STRICT""",
    """CREATE TABLE judgement (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  number INTEGER NOT NULL,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  correction TEXT,
  undoes TEXT REFERENCES judgement (id),
  CHECK ((correction IS NULL) <> (undoes IS NULL))
) STRICT""",
    """CREATE TABLE step (
  number INTEGER PRIMARY KEY,
  what TEXT NOT NULL,
  begun TEXT NOT NULL,
  process INTEGER NOT NULL,
  done INTEGER NOT NULL
) STRICT""",
    (
        "CREATE TRIGGER judgement_is_never_changed BEFORE UPDATE ON judgement "
        "BEGIN SELECT RAISE(ABORT, 'judgements are only added'); END"
    ),
    (
        "CREATE TRIGGER judgement_is_never_deleted BEFORE DELETE ON judgement "
        "BEGIN SELECT RAISE(ABORT, 'judgements are only added'); END"
    ),
    (
        "CREATE TRIGGER report_is_never_changed "
        "BEFORE UPDATE OF number, id, content, path, title, outlet, published, "
        "language, url, added, sha256, offsets, headings, findings, text, raw ON report "
        "BEGIN SELECT RAISE(ABORT, 'reports are never altered'); END"
    ),
    (
        "CREATE TRIGGER report_is_never_deleted BEFORE DELETE ON report "
        "BEGIN SELECT RAISE(ABORT, 'reports are never altered'); END"
    ),
)

# Who may see a report; NULL where nobody has said.
_SECOND = (
    "CREATE TABLE handling (word TEXT PRIMARY KEY, rank INTEGER NOT NULL) STRICT",
    "INSERT INTO handling (word, rank) VALUES ('open', 0), ('internal', 10), ('restricted', 20)",
    "ALTER TABLE report ADD COLUMN handling TEXT REFERENCES handling (word)",
)

# What addresses answered with, of the reports that came from there; and all marks of a report that was merged.
_THIRD = (
    "CREATE TABLE received (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT",
    """CREATE TABLE arrival (
  report TEXT NOT NULL REFERENCES report (id),
  url TEXT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES received (sha256),
  PRIMARY KEY (report, url, at)
) STRICT""",
    (
        "CREATE TABLE marked (report TEXT NOT NULL REFERENCES report (id), "
        "word TEXT NOT NULL REFERENCES handling (word), PRIMARY KEY (report, word)) STRICT"
    ),
    (
        "CREATE TRIGGER received_is_never_changed BEFORE UPDATE ON received "
        "BEGIN SELECT RAISE(ABORT, 'what was received is never altered'); END"
    ),
    (
        "CREATE TRIGGER arrival_is_never_changed BEFORE UPDATE ON arrival "
        "BEGIN SELECT RAISE(ABORT, 'what was received is never altered'); END"
    ),
)

VERSIONS = (_FIRST, _SECOND, _THIRD)
"""Statements that make version n + 1 of version n, from an empty file on."""
