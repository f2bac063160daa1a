package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.portfolio.program.Point;
import org.partnershipfund.portfolio.program.Site;

/** A site as it lies in table {@code program_site}. */
@Embeddable
record SiteCell(
        String name,
        String neighborhood,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude) {

    static SiteCell of(Site site) {
        return new SiteCell(
                site.name(),
                site.neighborhood(),
                site.point().map(Point::latitude).orElse(null),
                site.point().map(Point::longitude).orElse(null));
    }

    Site site() {
        return new Site(
                name,
                neighborhood,
                latitude == null || longitude == null ? Optional.empty() : Optional.of(new Point(latitude, longitude)));
    }
}
