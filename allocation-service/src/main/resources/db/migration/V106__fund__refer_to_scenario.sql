-- The scenario that a fund was allocated by is one of ours.
ALTER TABLE fund ADD CONSTRAINT fund_scenario_exists FOREIGN KEY (scenario_id) REFERENCES scenario (id);
