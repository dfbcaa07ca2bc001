-- Files of leads. What a file holds lies in the database, which is what the nodes share: first its bytes, then, cut, its
-- rows; each goes when it is no longer needed, and of an import that ended only its outcomes and the rejected rows stay.
CREATE TABLE import_job (
  import_id uuid PRIMARY KEY,
  file_name varchar(255) NOT NULL,
  size bigint NOT NULL,
  sha256 varchar(64) NOT NULL,
  status varchar(12) NOT NULL,
  reason varchar(1000),
  -- as the file is read, its headings, and what becomes of its columns: JSON
  settings varchar(1000) NOT NULL,
  headings varchar(200000) NOT NULL,
  mapping varchar(400000),
  source varchar(50),
  rows_total bigint NOT NULL,
  -- how far the bytes are cut into rows, and who does it until when
  cut_rows bigint NOT NULL,
  cut_done boolean NOT NULL,
  cut_by varchar(64),
  cut_until timestamp with time zone,
  owner_user varchar(64) NOT NULL REFERENCES app_user (id),
  owner_team varchar(64) REFERENCES team (id),
  owning_business_unit varchar(64) NOT NULL REFERENCES business_unit (id),
  owning_partner varchar(64) REFERENCES channel_partner (id),
  created_on timestamp with time zone NOT NULL,
  started_on timestamp with time zone,
  ended_on timestamp with time zone,
  CONSTRAINT import_job_status_known
    CHECK (status IN ('RECEIVING', 'READY', 'RUNNING', 'PAUSED', 'CANCELLED', 'DONE'))
);
CREATE INDEX import_job_by_status ON import_job (status, created_on);
CREATE INDEX import_job_by_owner ON import_job (owner_user, created_on);

CREATE TABLE import_piece (
  import_id uuid NOT NULL REFERENCES import_job (import_id) ON DELETE CASCADE,
  place integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (import_id, place)
);

-- Some hundred rows that are taken in together: their leads and next_row commit in one transaction.
CREATE TABLE import_chunk (
  import_id uuid NOT NULL REFERENCES import_job (import_id) ON DELETE CASCADE,
  chunk_no integer NOT NULL,
  first_row bigint NOT NULL,
  last_row bigint NOT NULL,
  next_row bigint NOT NULL,
  done boolean NOT NULL,
  done_on timestamp with time zone,
  created integer NOT NULL,
  updated integer NOT NULL,
  unchanged integer NOT NULL,
  rejected integer NOT NULL,
  PRIMARY KEY (import_id, chunk_no),
  CONSTRAINT import_chunk_accounts_for_its_rows
    CHECK (created + updated + unchanged + rejected = next_row - first_row)
);
CREATE INDEX import_chunk_open ON import_chunk (import_id, done, chunk_no);

CREATE TABLE import_chunk_rows (
  import_id uuid NOT NULL,
  chunk_no integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (import_id, chunk_no),
  FOREIGN KEY (import_id, chunk_no) REFERENCES import_chunk (import_id, chunk_no) ON DELETE CASCADE
);

CREATE TABLE import_outcome (
  import_id uuid NOT NULL,
  first_row bigint NOT NULL,
  chunk_no integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (import_id, first_row),
  FOREIGN KEY (import_id, chunk_no) REFERENCES import_chunk (import_id, chunk_no) ON DELETE CASCADE
);

-- What became of the columns of the last file of a source, of our own people ('') or of a partner's.
CREATE TABLE import_mapping (
  partner varchar(64) NOT NULL,
  source varchar(50) NOT NULL,
  mapping varchar(400000) NOT NULL,
  remembered_on timestamp with time zone NOT NULL,
  PRIMARY KEY (partner, source)
);
