-- A decision is made on a line that nobody else can move meanwhile. Locking a row needs the right to update it, which
-- the application does not have: these two functions lock for it, lines in the order of their ids, and change nothing.
CREATE FUNCTION lock_budget_lines(of_fund uuid, of_schools text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT FROM public.budget_line
     WHERE fund_id = of_fund AND school_code = ANY (of_schools)
     ORDER BY id FOR NO KEY UPDATE
$$;

CREATE FUNCTION lock_remembered_fund(of_fund uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT FROM public.remembered_fund WHERE id = of_fund FOR NO KEY UPDATE
$$;

REVOKE ALL ON FUNCTION lock_budget_lines(uuid, text[]), lock_remembered_fund(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_budget_lines(uuid, text[]), lock_remembered_fund(uuid) TO ${app_role};
