package org.partnershipfund.procurement.tender;

import org.partnershipfund.procurement.contract.Person;

/**
 * The public key of an officer for one tender; the private one never leaves the officer.
 *
 * @param fingerprint what the notices print, so that a bidder can compare
 */
public record OfficerKey(Person officer, String key, String fingerprint) {}
