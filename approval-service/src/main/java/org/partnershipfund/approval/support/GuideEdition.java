package org.partnershipfund.approval.support;

import java.time.Instant;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;

/**
 * The guide as it was published: never changed.
 *
 * @param page well-formed XHTML; the PDF is made from exactly this
 */
public record GuideEdition(Title title, String page) {

    /**
     * Everything but the page.
     *
     * @param number 1 for the first of a fund
     * @param digest SHA-256 of the page's bytes in UTF-8, as lower-case hexadecimal
     */
    public record Title(GuideId id, FundId fund, int number, String digest, Person by, Instant at) {}
}
