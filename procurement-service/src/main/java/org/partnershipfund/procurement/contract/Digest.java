package org.partnershipfund.procurement.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The fingerprint of what is signed: SHA-256 over its facts, one a line, in a fixed order. A signature names it, so that
 * nobody signs one thing and executes another.
 *
 * <p>Source: docs/policy/contracts.md §3.
 */
final class Digest {

    private Digest() {}

    /** Only what the parties agree to: not when it was drafted, nor by which commitment it will be paid. */
    static String of(Contract.Terms terms) {
        return of(List.of(
                "contract " + terms.id(),
                "process " + terms.process(),
                "fund " + terms.fund(),
                "program " + terms.program().id() + " of " + terms.program().partner(),
                "amount " + terms.amount().cents(),
                "value " + terms.value().cents(),
                "from " + terms.startsOn() + " to " + terms.endsOn(),
                terms.shares().stream()
                        .map(share -> "%s %s %s %d"
                                .formatted(
                                        share.school(),
                                        share.selection(),
                                        share.reservation(),
                                        share.amount().cents()))
                        .collect(Collectors.joining("\n")),
                "demands "
                        + terms.demands().requirements().stream()
                                .map(one -> one.id())
                                .collect(Collectors.joining(" "))));
    }

    static String of(Amendment.Wish wish) {
        return of(List.of(
                "amendment " + wish.number(),
                "amount " + wish.before().cents() + " to " + wish.after().cents(),
                "end " + wish.endedOn() + " to " + wish.endsOn(),
                "need " + wish.need(),
                wish.unitPrice() == null
                        ? "no unit price"
                        : "%s %d to %d"
                                .formatted(
                                        wish.unitPrice().unit(),
                                        wish.unitPrice().before().cents(),
                                        wish.unitPrice().after().cents()),
                wish.shares().stream()
                        .map(one -> "%s %s %d to %d"
                                .formatted(
                                        one.school(),
                                        one.reservation(),
                                        one.before().cents(),
                                        one.after().cents()))
                        .collect(Collectors.joining("\n"))));
    }

    private static String of(List<String> lines) {
        try {
            byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
