package org.partnershipfund.contracts;

/**
 * A person as the district's OpenID provider knows them.
 *
 * @param issuer who vouches for the subject
 * @param subject the person's id at the issuer; never a name
 */
public record PersonV1(String issuer, String subject) {}
