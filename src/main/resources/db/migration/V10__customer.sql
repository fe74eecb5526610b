CREATE TABLE customer (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code        text NOT NULL UNIQUE,
  name        text NOT NULL,
  -- The name in lower case and without accents, whatever the collation of the database.
  search_name text NOT NULL,
  tier        text NOT NULL CHECK (tier IN ('STANDARD', 'SILVER', 'GOLD')),
  language    text NOT NULL CHECK (language IN ('es', 'en'))
);
CREATE INDEX customer_search_name ON customer (search_name);

CREATE TABLE customer_contact (
  customer_id bigint  NOT NULL REFERENCES customer ON DELETE CASCADE,
  position    int     NOT NULL,
  name        text    NOT NULL,
  email       text,
  phone       text,
  is_primary  boolean NOT NULL,
  PRIMARY KEY (customer_id, position)
);
CREATE UNIQUE INDEX customer_contact_primary ON customer_contact (customer_id) WHERE is_primary;

CREATE TABLE customer_service (
  customer_id bigint NOT NULL REFERENCES customer ON DELETE CASCADE,
  position    int    NOT NULL,
  code        text   NOT NULL,
  name        text   NOT NULL,
  product     text   NOT NULL CHECK (product IN ('BILLING', 'PLATFORM', 'NETWORK', 'DEVICE', 'OTHER')),
  PRIMARY KEY (customer_id, position),
  UNIQUE (customer_id, code)
);
