package org.partnershipfund.procurement.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked and who answers: a registered partner, or somebody known by a name only.
 *
 * <p>Source: docs/policy/procurement.md §5.1.
 *
 * @param partner null for an organisation that is not registered
 */
record Organisation(@Nullable UUID partner, String name) {

    /**
     * Two partners are told apart by their ids, everybody else by the name, whatever its case and spaces. A name may be that
     * of several partners.
     */
    boolean isSame(Organisation other) {
        boolean registered = partner != null && other.partner() != null;
        return registered
                ? Objects.equals(partner, other.partner())
                : plain(name).equals(plain(other.name()));
    }

    /** Whether the name is meant, as people write it. */
    boolean isCalled(String other) {
        return plain(name).equals(plain(other));
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** Each once; the registered ones speak for their names. */
    static List<Organisation> distinct(List<Organisation> all) {
        List<Organisation> distinct = new ArrayList<>();
        all.stream()
                .sorted(Comparator.comparing(one -> one.partner() == null))
                .filter(one -> distinct.stream().noneMatch(one::isSame))
                .forEach(distinct::add);
        return distinct;
    }
}
