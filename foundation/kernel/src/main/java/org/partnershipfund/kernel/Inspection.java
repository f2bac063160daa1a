package org.partnershipfund.kernel;

/** What a file turned out to be by its content; its name and what its sender calls it do not count. */
public sealed interface Inspection {

    /** Whole, and one of the types that are admitted. */
    record Admitted(FileType type) implements Inspection {}

    /**
     * Not what is admitted.
     *
     * @param why what was found, for the sentence: "it begins like …"
     */
    record NotAdmitted(String why) implements Inspection {}

    /**
     * A document that would become too large when it is opened.
     *
     * @param why which limit it exceeds, for the sentence
     */
    record Swells(String why) implements Inspection {}
}
