package org.partnershipfund.approval.adapter.db;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.selection.CommunityRole;
import org.partnershipfund.approval.selection.TakingPart;

/** Who took part, of one version, as it lies in table {@code selection_community}. */
@SuppressWarnings("NullAway.Init") // RowJson fills the fields
class TakingPartPart {

    int contentVersion;

    String role;

    @JsonProperty("people")
    @Nullable Integer number;

    @Nullable String how;

    static TakingPartPart of(int version, TakingPart taking) {
        var part = new TakingPartPart();
        part.contentVersion = version;
        part.role = taking.role().word();
        part.number = taking.number().orElse(null);
        part.how = taking.how().orElse(null);
        return part;
    }

    TakingPart noun() {
        return new TakingPart(
                Words.constant(CommunityRole.values(), CommunityRole::word, role),
                Optional.ofNullable(number),
                Optional.ofNullable(how));
    }
}
