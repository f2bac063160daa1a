-- Whose ballot it is stays known when the seat never came to be, so that a declared tie stays with its member.
ALTER TABLE motion_ballot
    ADD COLUMN member_issuer text,
    ADD COLUMN member_subject text,
    ADD CONSTRAINT motion_ballot_member_is_whole CHECK ((member_issuer IS NULL) = (member_subject IS NULL));

UPDATE motion_ballot AS ballot
   SET member_issuer = seat.issuer, member_subject = seat.subject
  FROM council_seat AS seat
 WHERE seat.id = ballot.seat_id;
