package org.partnershipfund.procurement.contract;

/** Somebody as the district's OpenID provider knows them; never a name. */
public record Person(String issuer, String subject) {}
