-- Who holds a role at a school is asked whenever something happens there.
CREATE INDEX scope_record_by_school ON scope_record (school_code, role);
