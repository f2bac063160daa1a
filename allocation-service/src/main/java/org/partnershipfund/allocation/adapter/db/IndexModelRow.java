package org.partnershipfund.allocation.adapter.db;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.opportunityindex.Component;
import org.partnershipfund.allocation.opportunityindex.Direction;
import org.partnershipfund.allocation.opportunityindex.Factor;
import org.partnershipfund.allocation.opportunityindex.IndexModel;
import org.partnershipfund.allocation.opportunityindex.IndexModelId;
import org.partnershipfund.allocation.opportunityindex.MissingRule;
import org.partnershipfund.allocation.opportunityindex.Normalisation;
import org.partnershipfund.allocation.opportunityindex.Weight;

/** A version of an index model as it lies in tables {@code index_model} and {@code index_model_factor}. */
@Entity
@Immutable
@Table(name = "index_model")
class IndexModelRow {

    /** A factor as it lies in its table. */
    @Embeddable
    record FactorRow(
            String key,
            String label,
            String component,
            String direction,
            String normalisation,
            @Nullable Long lowest,
            @Nullable Long highest,
            @Column(name = "weight_millionths") int weightMillionths) {

        static FactorRow of(Factor factor) {
            return new FactorRow(
                    factor.key(),
                    factor.label(),
                    factor.component().word(),
                    factor.direction().word(),
                    factor.normalisation().word(),
                    factor.lowest(),
                    factor.highest(),
                    factor.weight().millionths());
        }

        Factor factor() {
            return new Factor(
                    key,
                    label,
                    known(component, Component.of(component)),
                    known(direction, Direction.of(direction)),
                    known(normalisation, Normalisation.of(normalisation)),
                    lowest,
                    highest,
                    new Weight(weightMillionths));
        }
    }

    @Id
    private UUID id;

    private String name;
    private int version;

    @Column(name = "decided_by")
    private String decidedBy;

    private boolean illustrative;
    private String missing;

    @Column(name = "neighborhood_millionths")
    private int neighborhood;

    @Column(name = "individual_millionths")
    private int individual;

    @Column(name = "performance_millionths")
    private int performance;

    @Column(name = "made_at")
    private Instant madeAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "index_model_factor", joinColumns = @JoinColumn(name = "model_id"))
    @OrderColumn(name = "place")
    private List<FactorRow> factors = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected IndexModelRow() {}

    IndexModelRow(IndexModel model) {
        id = model.id().value();
        name = model.name();
        version = model.version();
        decidedBy = model.decidedBy();
        illustrative = model.illustrative();
        missing = model.missing().word();
        neighborhood = model.weight(Component.NEIGHBORHOOD).millionths();
        individual = model.weight(Component.INDIVIDUAL).millionths();
        performance = model.weight(Component.PERFORMANCE).millionths();
        madeAt = model.madeAt();
        model.factors().forEach(factor -> factors.add(FactorRow.of(factor)));
    }

    IndexModel model() {
        return new IndexModel(
                new IndexModelId(id),
                name,
                version,
                decidedBy,
                illustrative,
                Map.of(
                        Component.NEIGHBORHOOD, new Weight(neighborhood),
                        Component.INDIVIDUAL, new Weight(individual),
                        Component.PERFORMANCE, new Weight(performance)),
                factors.stream().map(FactorRow::factor).toList(),
                known(missing, MissingRule.of(missing)),
                madeAt);
    }

    private static <T> T known(String word, Optional<T> meaning) {
        return meaning.orElseThrow(() -> new IllegalStateException("an index model knows no '%s'".formatted(word)));
    }
}
