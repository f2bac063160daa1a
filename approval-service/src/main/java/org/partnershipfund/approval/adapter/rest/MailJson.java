package org.partnershipfund.approval.adapter.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.mail.MailOutbox.Sent;

/** What became of a message, on the wire; neither its text nor the address. */
@Schema(name = "SentMail")
public record MailJson(
        UUID id,

        @Schema(description = "Absent for a student of the council") @Nullable PersonJson to,

        @Schema(examples = "booking-confirmed") String kind,

        @Schema(description = "What it is about, such as a booking's id")
        String thing,

        @Schema(examples = "0.1", description = "Which state or deadline of it; nobody is told twice of the same one")
        String edition,

        @Schema(
                enumeration = {"waiting", "sent", "unaddressed", "declined", "given-up"},
                description =
                        "sent: the mail server took it; unaddressed: they gave no address; declined: they want no mail; given-up: it could not be sent in two days")
        String state,

        int attempts,

        @Schema(examples = "the mail server answered 451", description = "Why the last attempt failed") @Nullable String fault,

        Instant putDownAt,
        @Nullable Instant settledAt) {

    static MailJson of(Sent sent, Adults.Shown shown) {
        return new MailJson(
                sent.id().value(),
                shown.of(sent.to()),
                sent.kind().word(),
                sent.thing(),
                sent.edition(),
                sent.state().word(),
                sent.attempts(),
                sent.fault().orElse(null),
                sent.putDownAt(),
                sent.settledAt().orElse(null));
    }
}
