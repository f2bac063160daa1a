package org.partnershipfund.portfolio.partner;

import java.util.Comparator;

/**
 * Somebody as the district's OpenID provider knows them.
 *
 * @param issuer who vouches for the subject
 * @param subject the person's id at the issuer; never a name
 */
public record Person(String issuer, String subject) implements Comparable<Person> {

    private static final Comparator<Person> ORDER =
            Comparator.comparing(Person::issuer).thenComparing(Person::subject);

    @Override
    public int compareTo(Person other) {
        return ORDER.compare(this, other);
    }
}
