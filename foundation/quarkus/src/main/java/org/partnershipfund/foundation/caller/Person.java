package org.partnershipfund.foundation.caller;

/**
 * Somebody as the district's OpenID provider knows them; the key of every record that says where a role applies.
 *
 * @param issuer who vouches for the subject
 * @param subject the person's id at the issuer; never a name
 */
public record Person(String issuer, String subject) {}
