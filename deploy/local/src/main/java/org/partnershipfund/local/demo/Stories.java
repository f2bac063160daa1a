package org.partnershipfund.local.demo;

import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.sample.Generator;

/** The schools to which something happens that does not happen to the others, and what. */
final class Stories {

    /** Perkins: all members sign in and vote in person. */
    static final String IN_PERSON = Generator.IN_PERSON;

    /** Tynan: its first attempt exceeds the allocation by one cent. */
    static final String ONE_CENT = "00350181";

    /** Dever: too few come to the first meeting. */
    static final String NO_QUORUM = "00350268";

    /** Higginson/Lewis: all vote yes but the principal. */
    static final String PRINCIPAL_IN_MINORITY = "00350377";

    /** Trotter: the principal is tied to one of the organisations and may not vote until it is left out. */
    static final String PRINCIPAL_RECUSED = "00350370";

    /** King K-8: the superintendent sends the selection back. */
    static final String RETURNED = "00350376";

    /** Ellis: gives up a part of its allocation after it has submitted. */
    static final String GIVES = "00350072";

    /** Tobin: receives that part. */
    static final String RECEIVES = "00350229";

    /** What moves from the one to the other. */
    static final Money MOVED = Money.ofDollars("2500.00");

    /** Horace Mann: another partner wins the quotes. */
    static final String OUTCOME_DIFFERS = "00350750";

    /** Whose program Horace Mann chooses. */
    static final String CHOSEN_PARTNER = "openhand";

    /** Who quotes less. */
    static final String CHEAPER_PARTNER = "mystic";

    /** The lowest quotation. */
    static final Money CHEAPER = Money.ofDollars("18500.00");

    /** Bought without competition: only one practicable source was found. */
    static final String SOLE_SOURCE = "beacon";

    /** Exempt: direct services to children with special needs. */
    static final String EXEMPT = "ridgeline";

    /** Called off from the award of a framework that was tendered before any school chose. */
    static final String CALLED_OFF = "tramline";

    /** Who bids for the framework beside it. */
    static final String OTHER_BIDDER = "ironwood";

    /** What the school that received more buys of it: a second, small purchase of an area that is bought already. */
    static final String SPLIT = "millpond";

    /** Its contract ends before its time. */
    static final String ENDS_EARLY = "riverway";

    private Stories() {}
}
