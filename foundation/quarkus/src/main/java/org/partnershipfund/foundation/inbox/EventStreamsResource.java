package org.partnershipfund.foundation.inbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.eventlog.RelayWatch;
import org.partnershipfund.foundation.eventlog.RelayWatch.Look;
import org.partnershipfund.foundation.eventlog.RelayWatch.Slot;
import org.partnershipfund.foundation.inbox.Channels.Channel;

/** The door to how this service stands in the streams of events: what the metrics say, for people and their pages. */
@Path("/event-streams")
@Tag(name = "Events")
public class EventStreamsResource {

    private final RelayWatch relay;
    private final ConsumerWatch consumers;
    private final Clock real = Clock.systemUTC();

    @Inject
    EventStreamsResource(RelayWatch relay, ConsumerWatch consumers) {
        this.relay = relay;
        this.consumers = consumers;
    }

    /** How this service stands. */
    @Schema(name = "EventStreams")
    public record StreamsJson(@Nullable SpeakingJson speaks, List<HearingJson> hears, LettersJson letters) {
        public StreamsJson {
            hears = List.copyOf(hears);
        }
    }

    /**
     * What becomes of what it says. Absent while its database cannot be looked at.
     *
     * @param position the last position that was given
     * @param unsealed rows of both logs without a position yet
     * @param relay reading, not-connected, no-slot or lost
     * @param slotLagBytes how much log the relay has not confirmed; absent without a slot
     * @param oldestUnpublishedSeconds how long the oldest event waits that is not published for sure; 0 when none does
     */
    @Schema(name = "EventStreamSpeaking")
    public record SpeakingJson(
            @Schema(examples = "4821") long position,
            long unsealed,
            @Schema(examples = "reading") String relay,
            @Nullable Long slotLagBytes,
            double oldestUnpublishedSeconds) {}

    /**
     * How far it is in hearing one other service.
     *
     * @param lag how many records are not settled yet; absent while Kafka does not answer
     * @param secondsWithoutProgress since when a partition stands still although it has work; 0 when none does
     * @param state up-to-date, moving, stalled or unknown
     */
    @Schema(name = "EventStreamHearing")
    public record HearingJson(
            @Schema(examples = "allocation-events") String channel,
            List<String> topics,
            @Nullable Long lag,
            @Nullable Double secondsWithoutProgress,
            @Schema(examples = "up-to-date") String state) {
        public HearingJson {
            topics = List.copyOf(topics);
        }
    }

    /**
     * Letters that are open, as of the last count.
     *
     * @param parked waiting for a cause or behind another
     * @param dead an operator must look
     */
    @Schema(name = "EventStreamLetters")
    public record LettersJson(long parked, long dead) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OPERATOR, Roles.RECORDS_AUDITOR})
    @Operation(
            summary = "How this service stands in the streams of events",
            description =
                    "What the metrics say, as of some seconds ago: position and relay of what it says, lag and progress of what it hears, open letters.")
    @APIResponse(responseCode = "200", description = "Where it stands")
    public StreamsJson read() {
        return new StreamsJson(
                speaking(),
                consumers.channels().stream().map(this::hearing).toList(),
                new LettersJson(consumers.letters("parked"), consumers.letters("dead")));
    }

    private @Nullable SpeakingJson speaking() {
        Look look = relay.seen();
        if (look == null) {
            return null;
        }
        Slot slot = look.slot();
        Instant since = look.unpublishedSince();
        return new SpeakingJson(
                look.position(),
                look.unsealed(),
                state(slot),
                slot == null ? null : Long.valueOf(slot.lagBytes()),
                since == null ? 0 : seconds(since));
    }

    private static String state(@Nullable Slot slot) {
        if (slot == null) {
            return "no-slot";
        }
        if (!slot.isUsable()) {
            return "lost";
        }
        return slot.active() ? "reading" : "not-connected";
    }

    private HearingJson hearing(Channel channel) {
        Progress progress = consumers.progress(channel);
        if (progress == null) {
            return new HearingJson(channel.name(), channel.topics(), null, null, "unknown");
        }
        boolean waits = progress.lag() > 0;
        String state = waits ? (consumers.isStalled(progress) ? "stalled" : "moving") : "up-to-date";
        return new HearingJson(
                channel.name(), channel.topics(), progress.lag(), waits ? seconds(progress.moved()) : 0.0, state);
    }

    private double seconds(Instant since) {
        return Duration.between(since, real.instant()).toMillis() / 1000.0;
    }
}
