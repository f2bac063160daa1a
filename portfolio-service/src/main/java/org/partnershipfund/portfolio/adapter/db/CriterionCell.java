package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.Embeddable;
import org.partnershipfund.portfolio.cycle.Criterion;

/** A criterion as it lies in table {@code criterion}. */
@Embeddable
record CriterionCell(String code, String text) {

    static CriterionCell of(Criterion criterion) {
        return new CriterionCell(criterion.code(), criterion.text());
    }

    Criterion criterion() {
        return new Criterion(code, text);
    }
}
