-- How the district measures need: one version of a name per row, with its factors. A version never changes.
-- Weights and values are exact to six decimals, so they are kept as whole millionths.
CREATE TABLE index_model (
    id                      uuid        NOT NULL CONSTRAINT index_model_pkey PRIMARY KEY,
    name                    text        NOT NULL CONSTRAINT index_model_name_not_blank CHECK (length(btrim(name)) > 0),
    version                 integer     NOT NULL CONSTRAINT index_model_version_from_one CHECK (version >= 1),
    decided_by              text        NOT NULL CONSTRAINT index_model_decided_by_not_blank
                                        CHECK (length(btrim(decided_by)) > 0),
    illustrative            boolean     NOT NULL,
    missing                 text        NOT NULL CONSTRAINT index_model_missing_known
                                        CHECK (missing IN ('refuse', 'middle', 'leave-out')),
    neighborhood_millionths integer     NOT NULL CONSTRAINT index_model_neighborhood_not_negative
                                        CHECK (neighborhood_millionths >= 0),
    individual_millionths   integer     NOT NULL CONSTRAINT index_model_individual_not_negative
                                        CHECK (individual_millionths >= 0),
    performance_millionths  integer     NOT NULL CONSTRAINT index_model_performance_not_negative
                                        CHECK (performance_millionths >= 0),
    made_at                 timestamptz NOT NULL,
    CONSTRAINT index_model_unique_by_name_and_version UNIQUE (name, version),
    CONSTRAINT index_model_weights_are_one
        CHECK (neighborhood_millionths + individual_millionths + performance_millionths = 1000000)
);

CREATE TABLE index_model_factor (
    model_id          uuid    NOT NULL REFERENCES index_model (id),
    place             integer NOT NULL,
    key               text    NOT NULL,
    label             text    NOT NULL,
    component         text    NOT NULL CONSTRAINT index_model_factor_component_known
                              CHECK (component IN ('neighborhood', 'individual', 'performance')),
    direction         text    NOT NULL CONSTRAINT index_model_factor_direction_known
                              CHECK (direction IN ('more-is-need', 'less-is-need')),
    normalisation     text    NOT NULL CONSTRAINT index_model_factor_normalisation_known
                              CHECK (normalisation IN ('percentile-rank', 'z-score', 'min-max')),
    lowest            bigint,
    highest           bigint,
    weight_millionths integer NOT NULL CONSTRAINT index_model_factor_weight_from_nothing_to_one
                              CHECK (weight_millionths BETWEEN 0 AND 1000000),
    CONSTRAINT index_model_factor_pkey PRIMARY KEY (model_id, place),
    CONSTRAINT index_model_factor_key_once UNIQUE (model_id, key),
    CONSTRAINT index_model_factor_bounds_in_order CHECK (lowest <= highest)
);

REVOKE UPDATE, DELETE, TRUNCATE ON index_model, index_model_factor FROM ${app_role};
