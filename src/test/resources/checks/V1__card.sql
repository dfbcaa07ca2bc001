CREATE TABLE card (
  colour varchar(20) CONSTRAINT card_colour CHECK (colour IN ('it''s red', 'black')),
  suit integer,
  CONSTRAINT card_suit CHECK (suit IS NULL OR (suit > 0 AND suit IN (1, 2, 3, 4)))
);
