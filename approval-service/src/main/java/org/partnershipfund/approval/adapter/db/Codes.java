package org.partnershipfund.approval.adapter.db;

import java.util.Collection;
import java.util.List;
import org.partnershipfund.kernel.SchoolCode;

/** School codes as columns have them. */
final class Codes {

    private Codes() {}

    static List<String> of(Collection<SchoolCode> schools) {
        return schools.stream().map(SchoolCode::value).toList();
    }
}
