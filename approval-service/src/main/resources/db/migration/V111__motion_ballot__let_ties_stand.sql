-- A tie that was declared is not taken back; what members cast themselves and what both chairs confirmed stands already.
ALTER TABLE motion_ballot ADD COLUMN stands boolean NOT NULL DEFAULT false
    CONSTRAINT motion_ballot_only_a_tie_stands CHECK (NOT stands OR vote = 'recused');

UPDATE motion_ballot AS ballot SET stands = true
  FROM motion
 WHERE motion.id = ballot.motion_id AND ballot.vote = 'recused' AND (ballot.own OR motion.confirmed_subject IS NOT NULL);
