package org.partnershipfund.approval.adapter.db;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.selection.ConsideredOption;

/** What was considered, of one version, as it lies in table {@code selection_option}. */
record OptionPart(int contentVersion, @Nullable UUID programId, String name, boolean chosen, String reason) {

    static OptionPart of(int version, ConsideredOption option) {
        return new OptionPart(
                version,
                option.program().map(ProgramId::value).orElse(null),
                option.name(),
                option.chosen(),
                option.reason());
    }

    ConsideredOption noun() {
        return new ConsideredOption(Optional.ofNullable(programId).map(ProgramId::new), name, chosen, reason);
    }
}
