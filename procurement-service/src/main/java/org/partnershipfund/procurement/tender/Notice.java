package org.partnershipfund.procurement.tender;

import java.time.LocalDate;

/**
 * Where the invitation was made public, with the proof.
 *
 * @param reference where the proof lies: page of the newspaper, number at COMMBUYS, file of the office
 * @param sha256 digest of the proof, so that it can be recognised later
 */
public record Notice(String place, LocalDate postedOn, String reference, String sha256) {}
