package org.partnershipfund.allocation.opportunityindex;

import java.util.List;

/**
 * A computation's result as text, byte for byte the same for the same inputs: a header and a line per school in the
 * order of their codes, components and exact index in billionths, nothing but the index where pupils are too few.
 */
public final class ResultBytes {

    private ResultBytes() {}

    /** All lines, each ending with a line feed; ASCII. */
    public static String of(List<SchoolNeed> schools) {
        var text = new StringBuilder("school_code,index,pupils,neighborhood,individual,performance,exact\n");
        for (SchoolNeed school : schools) {
            text.append(school.school().value())
                    .append(',')
                    .append(school.index().decimal());
            switch (school) {
                case SchoolNeed.Measured(ComputedIndex found) -> {
                    text.append(',').append(found.pupils());
                    for (Component component : Component.values()) {
                        text.append(',').append(found.component(component));
                    }
                    text.append(',').append(found.exact());
                }
                case SchoolNeed.TooFewPupils _ -> text.append(",,,,,");
            }
            text.append('\n');
        }
        return text.toString();
    }
}
