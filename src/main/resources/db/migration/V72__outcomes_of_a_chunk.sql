-- Read by chunk, and taken away by chunk; the primary key begins with the import, which has very many.
CREATE INDEX import_outcome_by_chunk ON import_outcome (import_id, chunk_no);
