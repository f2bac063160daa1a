package org.partnershipfund.foundation.caller;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Where a caller's roles apply today. What is outside of it does not exist for the caller: a single resource answers
 * the same 404 as an unknown id, and a list leaves it out in SQL, before paging.
 */
public sealed interface Scope {

    /** The whole district. */
    record Everything() implements Scope {}

    /** Only these schools; at least one. */
    record Schools(Set<SchoolCode> codes) implements Scope {
        public Schools {
            codes = Set.copyOf(codes);
        }
    }

    /** Nothing that belongs to a school. */
    record Nothing() implements Scope {}

    /** Only these schools, or nothing if there are none. */
    static Scope of(Set<SchoolCode> schools) {
        return schools.isEmpty() ? new Nothing() : new Schools(schools);
    }

    /** Whether the school's things exist for the caller. */
    default boolean covers(SchoolCode school) {
        return switch (this) {
            case Everything() -> true;
            case Schools(var codes) -> codes.contains(school);
            case Nothing() -> false;
        };
    }

    /**
     * What the caller may see of a look-up: what is out of scope becomes as absent as what was never there, so the
     * one refusal for an unknown id serves both.
     */
    default <T> Optional<T> visible(Optional<T> found, Function<? super T, SchoolCode> school) {
        return found.filter(thing -> covers(school.apply(thing)));
    }

    /** Whether a list needs no restriction at all; for {@code WHERE (:everything OR school_code IN (:schools))}. */
    default boolean everything() {
        return switch (this) {
            case Everything() -> true;
            case Schools _, Nothing _ -> false;
        };
    }

    /** The schools to which a list is restricted unless {@link #everything()}. */
    default Set<SchoolCode> schools() {
        return switch (this) {
            case Schools(var codes) -> codes;
            case Everything _, Nothing _ -> Set.of();
        };
    }
}
