BEGIN TRANSACTION;
CREATE TABLE handling (word TEXT PRIMARY KEY, rank INTEGER NOT NULL) STRICT;
INSERT INTO "handling" VALUES('open',0);
INSERT INTO "handling" VALUES('internal',10);
INSERT INTO "handling" VALUES('restricted',20);
CREATE TABLE judgement (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  number INTEGER NOT NULL,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  correction TEXT,
  undoes TEXT REFERENCES judgement (id),
  CHECK ((correction IS NULL) <> (undoes IS NULL))
) STRICT;
INSERT INTO "judgement" VALUES('2e62e20c50d7dae3','2031-03-15T12:00:00+00:00',1,'A. Analyst','read','{"kind":"checked","item":"provision","report":"83c6b28639a8","quote":"the draft would","nth":1,"author":"A. Analyst","date":"2031-03-15","reason":"read"}',NULL);
CREATE TABLE reading (
  report TEXT NOT NULL REFERENCES report (id),
  reader TEXT NOT NULL,
  claims INTEGER NOT NULL,
  provisions INTEGER NOT NULL,
  positions INTEGER NOT NULL,
  unsure INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (report, reader)
) STRICT;
INSERT INTO "reading" VALUES('83c6b28639a8','first',2,2,2,0,'128c9d867f0669430a36411184fc26774bc3a4dd3168a770b7c7deafbf0d14f5','{"report":{"id":"83c6b28639a8","path":"","title":null,"outlet":null,"published":null,"language":null,"url":null},"text":"","claims":[{"source":[[30,37]],"cue":[[38,42]],"content":[[43,91]],"kind":"none","party":"Kessara","via":[],"hedged":false,"denied":false,"resolved":[],"act":"says","unsure":false,"inside":null,"carrier_of":null,"hedges":[],"likelihood":[],"manner":"paraphrase","mood":"plain","access":null,"score":1.0,"doubts":[],"reviewed":null},{"source":[[254,260]],"cue":[[261,265]],"content":[[266,299]],"kind":"none","party":"Norvia","via":[],"hedged":false,"denied":false,"resolved":[],"act":"says","unsure":false,"inside":null,"carrier_of":null,"hedges":[],"likelihood":[],"manner":"paraphrase","mood":"plain","access":null,"score":1.0,"doubts":[],"reviewed":null}],"provisions":[{"span":[43,91],"topic":"ceasefire","obligor":[],"beneficiary":[],"modality":null,"value":null,"deadline":null,"verifier":[],"draft":null,"presented_as":"draft","text_status":"in","status":"reported","conditions":[],"unsure":false,"claim":0,"number":null,"doubts":[],"reviewed":null},{"span":[266,299],"topic":"ceasefire","obligor":[],"beneficiary":[],"modality":null,"value":null,"deadline":null,"verifier":[],"draft":null,"presented_as":"draft","text_status":"in","status":"reported","conditions":[],"unsure":false,"claim":1,"number":null,"doubts":[],"reviewed":null}],"positions":[{"party":"Kessara","speaker":null,"topic":"ceasefire","stance":"accepts","basis":"self","span":[30,92],"conditions":[],"unsure":false,"claim":0,"doubts":[],"reviewed":null},{"party":"Norvia","speaker":null,"topic":"ceasefire","stance":"accepts","basis":"self","span":[254,300],"conditions":[],"unsure":false,"claim":1,"doubts":[],"reviewed":null}],"origins":[],"particulars":[],"events":[],"findings":[]}');
INSERT INTO "reading" VALUES('93e5754d318d','first',2,2,2,0,'d837beb499c37d69f67ab451f9efc4856c690c060c0af71074530896a3f5bd73','{"report":{"id":"93e5754d318d","path":"","title":null,"outlet":null,"published":null,"language":null,"url":null},"text":"","claims":[{"source":[[30,37]],"cue":[[38,42]],"content":[[43,76]],"kind":"none","party":"Kessara","via":[],"hedged":false,"denied":false,"resolved":[],"act":"says","unsure":false,"inside":null,"carrier_of":null,"hedges":[],"likelihood":[],"manner":"paraphrase","mood":"plain","access":null,"score":1.0,"doubts":[],"reviewed":null},{"source":[[247,254]],"cue":[[255,259]],"content":[[260,306]],"kind":"none","party":"Aldoria","via":[],"hedged":false,"denied":false,"resolved":[],"act":"says","unsure":false,"inside":null,"carrier_of":null,"hedges":[],"likelihood":[],"manner":"paraphrase","mood":"plain","access":null,"score":1.0,"doubts":[],"reviewed":null}],"provisions":[{"span":[43,76],"topic":"ceasefire","obligor":[],"beneficiary":[],"modality":null,"value":null,"deadline":null,"verifier":[],"draft":null,"presented_as":"draft","text_status":"in","status":"reported","conditions":[],"unsure":false,"claim":0,"number":null,"doubts":[],"reviewed":null},{"span":[260,306],"topic":"ceasefire","obligor":[],"beneficiary":[],"modality":null,"value":null,"deadline":null,"verifier":[],"draft":null,"presented_as":"draft","text_status":"in","status":"reported","conditions":[],"unsure":false,"claim":1,"number":null,"doubts":[],"reviewed":null}],"positions":[{"party":"Kessara","speaker":null,"topic":"ceasefire","stance":"accepts","basis":"self","span":[30,77],"conditions":[],"unsure":false,"claim":0,"doubts":[],"reviewed":null},{"party":"Aldoria","speaker":null,"topic":"ceasefire","stance":"accepts","basis":"self","span":[247,307],"conditions":[],"unsure":false,"claim":1,"doubts":[],"reviewed":null}],"origins":[],"particulars":[],"events":[],"findings":[]}');
CREATE TABLE report (
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
, handling TEXT REFERENCES handling (word)) STRICT;
INSERT INTO "report" VALUES(1,'83c6b28639a8','83c6b28639a812491ec579739d3a731dfb68790cd96a6f2d377e91b9c408c8bd','invented/1.txt',NULL,'Hadrin Wire','2031-02-02','en',NULL,'2031-03-15T12:00:00+00:00','baab48dd8853cafcca806e040a69db28004be9a0476501761609bc2154cf2816','[[],[]]','[]','[]','Report number 1 on the talks. Kessara said the draft would set up a buffer zone of 82 miles. Nobody at the table would be photographed with the paper in hand. Talks in the harbour town ran late into the night, and the delegations left by separate doors. Norvia said the draft would free 13 prisoners.',NULL,'internal');
INSERT INTO "report" VALUES(2,'93e5754d318d','93e5754d318db7d90c0244020e950e22ebf4f00fce3bafcf244e9831a87ff1e0','invented/2.txt',NULL,'Lorn Gazette','2031-03-03','en',NULL,'2031-03-15T12:00:00+00:00','b8ccb516af9ece8e5b1926919122b9df69fa4248e6e288715fef779ecd862252','[[],[]]','[]','[]','Report number 2 on the talks. Kessara said the draft would ban foreign bases. A second round is planned for the spring, once the passes are open again. Talks in the harbour town ran late into the night, and the delegations left by separate doors. Aldoria said the draft would lift sanctions after 14 months.',NULL,NULL);
CREATE TABLE step (
  number INTEGER PRIMARY KEY,
  what TEXT NOT NULL,
  begun TEXT NOT NULL,
  process INTEGER NOT NULL,
  done INTEGER NOT NULL
) STRICT;
CREATE TRIGGER judgement_is_never_changed BEFORE UPDATE ON judgement BEGIN SELECT RAISE(ABORT, 'judgements are only added'); END;
CREATE TRIGGER judgement_is_never_deleted BEFORE DELETE ON judgement BEGIN SELECT RAISE(ABORT, 'judgements are only added'); END;
CREATE TRIGGER report_is_never_changed BEFORE UPDATE OF number, id, content, path, title, outlet, published, language, url, added, sha256, offsets, headings, findings, text, raw ON report BEGIN SELECT RAISE(ABORT, 'reports are never altered'); END;
CREATE TRIGGER report_is_never_deleted BEFORE DELETE ON report BEGIN SELECT RAISE(ABORT, 'reports are never altered'); END;
COMMIT;
