package org.partnershipfund.kernel;

/** A rule said no. Each capability lists its own in one sealed {@code …Refusal} file. */
public interface Refusal {

    /**
     * For the person who asked: what is wrong (field and value), which rule says so, and what to do next. Never a
     * class, a table or a stack trace.
     */
    String sentence();
}
