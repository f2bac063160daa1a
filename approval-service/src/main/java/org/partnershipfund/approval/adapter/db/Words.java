package org.partnershipfund.approval.adapter.db;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.person.Person;

/** What several rows read alike. */
final class Words {

    private Words() {}

    /** The constant that has this word; a word that nobody has is a broken table. */
    static <E> E constant(E[] constants, Function<E, String> word, String written) {
        for (E constant : constants) {
            if (word.apply(constant).equals(written)) {
                return constant;
            }
        }
        throw new IllegalStateException("the table has the unknown word " + written);
    }

    /** The person of two columns that are filled together. */
    static Optional<Person> person(@Nullable String issuer, @Nullable String subject) {
        return issuer == null || subject == null ? Optional.empty() : Optional.of(new Person(issuer, subject));
    }
}
