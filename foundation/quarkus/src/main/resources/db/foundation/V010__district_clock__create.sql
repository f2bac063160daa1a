-- The district clock's distance from real time, in the demo and acceptance only; no row: none.
CREATE TABLE district_clock (
    only_row      boolean     NOT NULL DEFAULT true CONSTRAINT district_clock_pk PRIMARY KEY
                  CONSTRAINT district_clock_is_one CHECK (only_row),
    offset_nanos  bigint      NOT NULL,
    set_at        timestamptz NOT NULL DEFAULT now()
);
