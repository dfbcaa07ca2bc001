-- The currencies of the organisation: what one unit of the base currency is worth in each. Exactly one is the base.
CREATE TABLE currency (
  code varchar(3) PRIMARY KEY,
  rate numeric(24, 12) NOT NULL,
  base boolean,
  CONSTRAINT currency_rate_is_positive CHECK (rate > 0),
  -- true or null, never false: so that a unique key allows one base only
  CONSTRAINT currency_base_is_true_or_null CHECK (base),
  CONSTRAINT currency_one_base UNIQUE (base),
  CONSTRAINT currency_base_is_worth_one CHECK (base IS NULL OR rate = 1)
);
INSERT INTO currency (code, rate, base) VALUES ('EUR', 1, true);

-- In what currency a unit reckons when nothing else is said; a unit without a row reckons as the unit above it.
CREATE TABLE unit_currency (
  business_unit_id varchar(64) PRIMARY KEY REFERENCES business_unit (id) ON DELETE CASCADE,
  code varchar(3) NOT NULL
);
