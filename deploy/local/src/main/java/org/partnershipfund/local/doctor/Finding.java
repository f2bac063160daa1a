package org.partnershipfund.local.doctor;

/**
 * One thing that was looked at.
 *
 * @param what what was looked at and found
 * @param remedy what to do about it; empty when all is well
 */
public record Finding(Grade grade, String what, String remedy) {

    /** Whether the suite can run with it. */
    public enum Grade {
        GOOD("ok     "),
        NOTE("note   "),
        FATAL("FATAL  ");

        private final String label;

        Grade(String label) {
            this.label = label;
        }
    }

    static Finding good(String what) {
        return new Finding(Grade.GOOD, what, "");
    }

    static Finding note(String what, String remedy) {
        return new Finding(Grade.NOTE, what, remedy);
    }

    static Finding fatal(String what, String remedy) {
        return new Finding(Grade.FATAL, what, remedy);
    }

    /** One line for the user, a second one with the remedy. */
    public String lines() {
        return remedy.isEmpty()
                ? grade.label + what
                : grade.label + what + System.lineSeparator() + "       → " + remedy;
    }
}
