package org.partnershipfund.local.access;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the parameters of a path name, and whose it is.
 *
 * @param values by name of the parameter
 * @param schools whose it is, if it belongs to schools
 * @param partner the partner whose it is, by its id
 */
record Thing(Map<String, String> values, Set<String> schools, Optional<String> partner) {

    static final Thing NONE = new Thing(Map.of(), Set.of(), Optional.empty());

    Thing with(String parameter, String value, Set<String> moreSchools, Optional<String> itsPartner) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(parameter, value);
        Set<String> all = new LinkedHashSet<>(schools);
        all.addAll(moreSchools);
        return new Thing(more, all, partner.or(() -> itsPartner));
    }

    /** Whether it is nobody's in particular. */
    boolean isTheDistricts() {
        return schools.isEmpty() && partner.isEmpty();
    }

    /** The path with the values in the place of its parameters. */
    String in(String path) {
        String filled = path;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
