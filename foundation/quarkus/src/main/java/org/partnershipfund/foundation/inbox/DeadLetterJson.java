package org.partnershipfund.foundation.inbox;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.inbox.LetterDesk.Answer;
import org.partnershipfund.foundation.inbox.LetterDesk.Content;
import org.partnershipfund.foundation.inbox.LetterDesk.Summary;
import org.partnershipfund.foundation.inbox.RawRecord.RawHeader;

/** The shapes of the dead letters' doors. */
final class DeadLetterJson {

    private DeadLetterJson() {}

    /**
     * One letter.
     *
     * @param state parked, dead, redriven or discarded
     * @param kind awaits, waits-behind, unreadable, unusable or failed
     * @param awaited what it waits for, such as {@code fund:018f…}
     * @param due whether another attempt is about to be made
     */
    record LetterJson(
            UUID id,
            String state,
            String kind,
            String reason,
            @Nullable String awaited,
            @Nullable String type,
            @Nullable String subject,
            @Nullable String eventId,
            @Nullable String source,
            String channel,
            String topic,
            int partition,
            long offset,
            int attempts,
            boolean due,
            Instant receivedAt,
            @Nullable Instant resolvedAt,
            @Nullable String resolvedBy,
            @Nullable String resolution,
            Instant modifiedAt) {

        static LetterJson of(Summary letter) {
            return new LetterJson(
                    letter.id(),
                    letter.state(),
                    letter.kind(),
                    letter.reason(),
                    letter.awaited(),
                    letter.type(),
                    letter.subject(),
                    letter.eventId(),
                    letter.source(),
                    letter.channel(),
                    letter.topic(),
                    letter.partition(),
                    letter.offset(),
                    letter.attempts(),
                    letter.dueSince() != null,
                    letter.receivedAt(),
                    letter.resolvedAt(),
                    letter.resolvedBy(),
                    letter.resolution(),
                    letter.modifiedAt());
        }
    }

    /**
     * Some bytes.
     *
     * @param base64 all of them
     * @param text the same as text, if they are UTF-8
     */
    record BytesJson(String base64, @Nullable String text) {

        static @Nullable BytesJson of(@Nullable Bytes bytes) {
            return bytes == null
                    ? null
                    : new BytesJson(Base64.getEncoder().encodeToString(bytes.content()), text(bytes.content()));
        }

        private static @Nullable String text(byte[] bytes) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                return null;
            }
        }
    }

    /** One Kafka header. */
    record HeaderJson(String name, @Nullable BytesJson value) {
        static HeaderJson of(RawHeader header) {
            return new HeaderJson(header.name(), BytesJson.of(header.value()));
        }
    }

    /** A letter with the record as it came. */
    record OpenLetterJson(
            LetterJson letter,
            @Nullable String key,
            List<HeaderJson> headers,
            @Nullable BytesJson value) {

        static OpenLetterJson of(Content content) {
            return new OpenLetterJson(
                    LetterJson.of(content.summary()),
                    content.summary().key(),
                    content.headers().stream().map(HeaderJson::of).toList(),
                    BytesJson.of(content.value()));
        }
    }

    /** Which letters to try again. */
    record RedriveJson(@NotEmpty @Size(max = 500) List<@NotNull UUID> ids) {}

    /** What became of each, in the order of the request. */
    @Schema(name = "RedrivenLetters")
    record RedrivenJson(List<ItemJson> items) {}

    /**
     * What became of one.
     *
     * @param outcome accepted, no-such-letter, not-open or not-first
     */
    @Schema(name = "RedrivenLetter")
    record ItemJson(UUID id, String outcome, String detail) {

        static ItemJson of(UUID id, Answer answer) {
            return switch (answer) {
                case Answer.Accepted _ -> new ItemJson(id, "accepted", "It will be tried again at once.");
                case Answer.NoSuchLetter _ -> new ItemJson(id, "no-such-letter", "There is no such letter.");
                case Answer.NotOpen(Summary letter) ->
                    new ItemJson(id, "not-open", "It is %s already.".formatted(letter.state()));
                case Answer.NotFirst(Summary _, UUID first) ->
                    new ItemJson(id, "not-first", "It follows letter %s of its subject by itself.".formatted(first));
            };
        }
    }

    /** Why a letter is given up. */
    record DiscardJson(@NotBlank @Size(max = 500) String reason) {}
}
