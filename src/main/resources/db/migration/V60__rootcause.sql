CREATE TABLE rca (
  case_number       text        PRIMARY KEY,
  status            text        NOT NULL,
  requested_by      text        NOT NULL,
  requested_at      timestamptz NOT NULL,
  request_reason    text        NOT NULL,
  author            text,
  written_at        timestamptz,
  summary           text,
  lessons           text,
  customer_text     text,
  customer_language text,
  shortened         boolean,
  worded_by         text,
  reviewer          text,
  reviewed_at       timestamptz,
  verdict           text,
  review_note       text,
  released_by       text,
  released_at       timestamptz,
  share_note        text,
  shared_at         timestamptz
);

CREATE TABLE rca_cause (
  case_number text NOT NULL REFERENCES rca,
  position    int  NOT NULL,
  text        text NOT NULL,
  PRIMARY KEY (case_number, position)
);

CREATE TABLE rca_action (
  case_number text    NOT NULL REFERENCES rca,
  position    int     NOT NULL,
  text        text    NOT NULL,
  owner       text    NOT NULL,
  due_on      date    NOT NULL,
  done        boolean NOT NULL,
  PRIMARY KEY (case_number, position)
);
