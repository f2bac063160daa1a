package org.partnershipfund.allocation.adapter.plot;

/** The colours; each has a contrast of at least 4.5 to 1 on white, and none carries a meaning alone. */
final class Ink {

    static final String TEXT = "#1a1a1a";
    static final String QUIET = "#595959";
    static final String GRID = "#d9d9d9";
    static final String BEFORE = "#a34700";
    static final String AFTER = "#0b4f8a";

    private Ink() {}
}
