package org.partnershipfund.allocation.school;

import java.util.List;
import java.util.stream.Collectors;
import org.partnershipfund.kernel.SchoolCode;

/** Schools as a sentence names them. */
public final class NamedSchools {

    private static final int MOST = 10;

    private NamedSchools() {}

    /** The codes of the first ten, and that there are others if there are. */
    public static String of(List<SchoolCode> schools) {
        String named = schools.stream().limit(MOST).map(SchoolCode::value).collect(Collectors.joining(", "));
        return schools.size() > MOST ? named + " and others" : named;
    }
}
