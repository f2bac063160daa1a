package org.partnershipfund.approval.council;

/** How many parents match the staff; the district's circular says both in one text, so it is data of each council. */
public enum ParentParity {
    /** As many parents as staff representatives (the circular's table). */
    EQUAL_TO_STAFF_REPS("equal-to-staff-reps"),
    /** As many parents as staff representatives and the principal together (the circular's prose; c.71 s.59C). */
    EQUAL_TO_STAFF_REPS_AND_PRINCIPAL("equal-to-staff-reps-and-principal");

    private final String word;

    ParentParity(String word) {
        this.word = word;
    }

    /** As it is written in JSON and tables. */
    public String word() {
        return word;
    }
}
