package org.partnershipfund.approval.adapter.db;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.selection.CommunityRole;
import org.partnershipfund.approval.selection.TakingPart;

/** Who took part, of one version, as it lies in table {@code selection_community}. */
record TakingPartPart(
        int contentVersion,
        String role,
        @Nullable Integer people,
        @Nullable String how) {

    static TakingPartPart of(int version, TakingPart taking) {
        return new TakingPartPart(
                version,
                taking.role().word(),
                taking.number().orElse(null),
                taking.how().orElse(null));
    }

    TakingPart noun() {
        return new TakingPart(
                Words.constant(CommunityRole.values(), CommunityRole::word, role),
                Optional.ofNullable(people),
                Optional.ofNullable(how));
    }
}
