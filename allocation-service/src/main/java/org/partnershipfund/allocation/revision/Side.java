package org.partnershipfund.allocation.revision;

import java.util.Optional;
import org.partnershipfund.kernel.SchoolCode;

/** Who gives or receives in a revision. */
public sealed interface Side {

    /** The line of a school that the fund serves. */
    record Line(SchoolCode school) implements Side {}

    /** What the fund's pool holds and no school has. */
    record Reserve() implements Side {}

    /** The school, or the reserve where none is named. */
    static Side of(Optional<SchoolCode> school) {
        return school.<Side>map(Line::new).orElseGet(Reserve::new);
    }

    /** The school whose line it is; empty for the reserve. */
    default Optional<SchoolCode> line() {
        return switch (this) {
            case Line(SchoolCode school) -> Optional.of(school);
            case Reserve() -> Optional.empty();
        };
    }

    /** Whether it is the line of that school. */
    default boolean is(SchoolCode school) {
        return line().filter(school::equals).isPresent();
    }

    /** As one reads it. */
    default String words() {
        return switch (this) {
            case Line(SchoolCode school) -> "school " + school;
            case Reserve() -> "the reserve";
        };
    }
}
