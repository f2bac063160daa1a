package org.partnershipfund.approval.selection;

/** How a text becomes a digest; an argument like time, so that the core stays a function. */
@FunctionalInterface
public interface Fingerprint {

    /** SHA-256 of the text in UTF-8, in hexadecimal. */
    String sha256(String text);
}
