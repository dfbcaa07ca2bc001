-- What all leads together did at each element of each version of a process, a day at a time: counted from the engine's
-- history once, behind the leads, because nobody waits for millions of rows to be counted when a page is opened. How long
-- they took stands in classes: class n holds what took from e^(n/8) to e^((n+1)/8) milliseconds, less one. No row tells of
-- a lead or a person.
CREATE TABLE process_step_day (
  process_definition_id varchar(64) NOT NULL,
  element varchar(255) NOT NULL,
  on_day date NOT NULL,
  took_class integer NOT NULL,
  passes bigint NOT NULL,
  PRIMARY KEY (process_definition_id, on_day, element, took_class)
);
-- Up to when the steps of each version are counted; who holds the row counts.
CREATE TABLE process_step_counted (
  process_definition_id varchar(64) PRIMARY KEY,
  counted_until timestamp with time zone NOT NULL
);
