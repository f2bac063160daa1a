package org.partnershipfund.allocation.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Table {@code allocation} as Panache sees it. */
@ApplicationScoped
class AllocationRows implements PanacheRepositoryBase<AllocationRow, UUID> {}
