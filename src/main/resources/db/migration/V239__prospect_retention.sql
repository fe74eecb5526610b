-- When the texts of a pursuit were removed, because nobody needs them any more.
ALTER TABLE pursuit ADD COLUMN emptied_at timestamptz;
CREATE INDEX pursuit_kept ON pursuit (ended_at, number) WHERE ended_at IS NOT NULL AND emptied_at IS NULL;

-- By what whoever asked not to be called is known again after all else is erased: digests, which name nobody.
CREATE TABLE left_alone_trace (
  digest  text        PRIMARY KEY,
  kept_at timestamptz NOT NULL
);
COMMENT ON TABLE left_alone_trace IS 'Digests of names, addresses and telephones of those who asked not to be called any more.';
COMMENT ON COLUMN left_alone_trace.digest IS
  'SHA-256 of what they are known by. Of the customer. Kept without end: nobody is to call them again.';

INSERT INTO left_alone_trace (digest, kept_at)
SELECT encode(sha256(convert_to(known.trace, 'UTF8')), 'hex'), min(l.asked_at)
FROM left_alone l
  JOIN pursuit u ON u.party_kind = l.party_kind AND u.party_id = l.party_id
  LEFT JOIN prospect p ON l.party_kind = 'PROSPECT' AND p.id = l.party_id
  LEFT JOIN pursuit_profile f ON f.number = u.number
  CROSS JOIN LATERAL (VALUES ('name:' || lower(p.bare_name)), ('mail:' || lower(f.person_email)),
    (CASE WHEN length(regexp_replace(f.person_phone, '\D', '', 'g')) >= 7
          THEN 'phone:' || right(regexp_replace(f.person_phone, '\D', '', 'g'), 9) END)) known(trace)
WHERE known.trace IS NOT NULL AND known.trace !~ '^(name|mail):\['
GROUP BY known.trace;
