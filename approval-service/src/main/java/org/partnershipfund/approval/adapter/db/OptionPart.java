package org.partnershipfund.approval.adapter.db;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.selection.ConsideredOption;

/** What was considered, of one version, as it lies in table {@code selection_option}. */
@SuppressWarnings("NullAway.Init") // RowJson fills the fields
class OptionPart {

    int contentVersion;

    @Nullable UUID programId;

    String name;
    boolean chosen;
    String reason;

    static OptionPart of(int version, ConsideredOption option) {
        var part = new OptionPart();
        part.contentVersion = version;
        part.programId = option.program().map(ProgramId::value).orElse(null);
        part.name = option.name();
        part.chosen = option.chosen();
        part.reason = option.reason();
        return part;
    }

    ConsideredOption noun() {
        return new ConsideredOption(Optional.ofNullable(programId).map(ProgramId::new), name, chosen, reason);
    }
}
