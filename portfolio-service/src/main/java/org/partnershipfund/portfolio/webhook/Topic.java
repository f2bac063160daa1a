package org.partnershipfund.portfolio.webhook;

import java.util.Arrays;

/** What a partner can be told of; always of its own programs only. */
public enum Topic {
    /** An application is in another state. */
    APPLICATION_CHANGED("application.changed"),
    /** A school's selection with a program of the partner has all its approvals. */
    SELECTION_APPROVED("selection.approved"),
    /** One that was approved is taken back by its school, or goes back to it. */
    SELECTION_WITHDRAWN("selection.withdrawn"),
    /** A contract with the partner is signed; services may begin. */
    CONTRACT_EXECUTED("contract.executed"),
    /** A contract has its requisition and purchase order. */
    CONTRACT_ORDERED("contract.ordered"),
    /** A contract has other amounts, or another last day. */
    CONTRACT_AMENDED("contract.amended"),
    /** A contract ended before its time, or was given up as a draft. */
    CONTRACT_TERMINATED("contract.terminated"),
    /** A contract is delivered and paid. */
    CONTRACT_COMPLETED("contract.completed"),
    /** An invoice of the partner is paid. */
    INVOICE_PAID("invoice.paid");

    private final String word;

    Topic(String word) {
        this.word = word;
    }

    /** As doors, tables and messages write it. */
    public String word() {
        return word;
    }

    /**
     * The topic of that word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Topic of(String word) {
        return Arrays.stream(values())
                .filter(topic -> topic.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s is no topic; there are %s"
                        .formatted(
                                word, Arrays.stream(values()).map(Topic::word).toList())));
    }
}
