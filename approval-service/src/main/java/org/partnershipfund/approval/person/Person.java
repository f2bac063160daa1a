package org.partnershipfund.approval.person;

/**
 * Somebody as the district's OpenID provider knows them.
 *
 * @param issuer who vouches for the subject
 * @param subject the person's id at the issuer; never a name
 */
public record Person(String issuer, String subject) {
    public Person {
        if (issuer.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("a person has an issuer and a subject");
        }
    }
}
