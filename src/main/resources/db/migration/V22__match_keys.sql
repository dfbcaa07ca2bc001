-- By which records are recognised: normalised values, several per record, written in the transaction that saves the
-- record. The newest records of a value are the end of an index. The time is the record's own. No other index is in
-- its order, else a database would rather walk through all records, newest first, until enough have the value.
CREATE TABLE account_key (
  kind varchar(20) NOT NULL,
  content varchar(120) NOT NULL,
  created_on timestamp with time zone NOT NULL,
  account_id uuid NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
  PRIMARY KEY (account_id, kind, content)
);
CREATE INDEX account_key_newest ON account_key (kind, content, created_on, account_id);

CREATE TABLE contact_key (
  kind varchar(20) NOT NULL,
  content varchar(120) NOT NULL,
  created_on timestamp with time zone NOT NULL,
  contact_id uuid NOT NULL REFERENCES contact (contact_id) ON DELETE CASCADE,
  PRIMARY KEY (contact_id, kind, content)
);
CREATE INDEX contact_key_newest ON contact_key (kind, content, created_on, contact_id);

CREATE TABLE lead_key (
  kind varchar(20) NOT NULL,
  content varchar(120) NOT NULL,
  created_on timestamp with time zone NOT NULL,
  lead_id uuid NOT NULL REFERENCES lead (lead_id) ON DELETE CASCADE,
  PRIMARY KEY (lead_id, kind, content)
);
CREATE INDEX lead_key_newest ON lead_key (kind, content, created_on, lead_id);

-- Which edition of the keys the rows above hold; 0 is none yet. A start that finds an older one makes them anew.
CREATE TABLE match_key_edition (
  only_row integer PRIMARY KEY CHECK (only_row = 1),
  edition integer NOT NULL
);
INSERT INTO match_key_edition (only_row, edition) VALUES (1, 0);

-- What is locked while somebody decides whether a customer is new: a key is locked by the row of its hash, because a key
-- that no record has yet is no row.
CREATE TABLE match_lock (
  slot integer PRIMARY KEY
);
INSERT INTO match_lock (slot)
  SELECT a.n + 16 * b.n + 256 * c.n FROM
    (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) AS a (n),
    (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) AS b (n),
    (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) AS c (n);
