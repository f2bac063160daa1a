-- Whether the figures are made up to show how things work; what rests on them says so. Until now nobody could say it.
ALTER TABLE funding_notice ADD COLUMN illustrative boolean NOT NULL DEFAULT false;
