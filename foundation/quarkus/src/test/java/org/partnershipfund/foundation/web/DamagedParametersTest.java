package org.partnershipfund.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StorableValues;
import org.partnershipfund.testkit.Mutations;

/** However a cursor, a version or a body was damaged: it is read, or refused with 400. */
class DamagedParametersTest {

    private static final ObjectMapper JSON = json();

    private static ObjectMapper json() {
        var json = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(json);
        return json;
    }

    private static String damaged(String good, Random dice) {
        return new String(Mutations.of(good.getBytes(StandardCharsets.UTF_8), dice), StandardCharsets.UTF_8);
    }

    @Property(tries = 20_000)
    void a_damaged_cursor_is_read_or_refused(@ForAll Random dice) {
        String good = Cursor.at(Instant.EPOCH, new UUID(7, 7), 42, "00350231").wire();
        String wire = dice.nextBoolean()
                ? damaged(good, dice)
                : Cursor.at(damaged("1970-01-01T00:00:00Z", dice), damaged("x", dice), damaged("42", dice), "")
                        .wire();
        try {
            Cursor cursor = Cursor.parse(wire);
            assertThat(cursor.text(0)).doesNotContain("\0");
            for (Supplier<Object> key : List.<Supplier<Object>>of(
                    () -> cursor.instant(0),
                    () -> cursor.uuid(1),
                    () -> cursor.number(2),
                    () -> cursor.place(2),
                    () -> cursor.school(3))) {
                try {
                    assertThat(key.get()).isNotNull();
                } catch (ProblemException refused) {
                    assertThat(refused.problem().status()).isEqualTo(400);
                }
            }
        } catch (ProblemException refused) {
            assertThat(refused.problem().status()).isEqualTo(400);
        }
    }

    @Property(tries = 20_000)
    void a_damaged_version_is_read_or_refused(@ForAll Random dice) {
        try {
            assertThat(IfMatch.version(damaged("\"123456789012345678\"", dice))).isNotNegative();
        } catch (ProblemException refused) {
            assertThat(refused.problem().status()).isIn(400, 428);
        }
    }

    /** A body with what most bodies have. */
    private record Body(MoneyJson award, LocalDate on, Instant at, List<String> names, int count, UUID id) {}

    @Property(tries = 20_000)
    void a_damaged_body_is_read_as_something_storable_or_is_no_json_of_ours(@ForAll Random dice) throws IOException {
        byte[] good = """
                {"award": {"amount": "133000.00", "currency": "USD"}, "on": "2018-07-01",
                 "at": "2018-12-08T17:00:00Z", "names": ["one", "two"], "count": 7,
                 "id": "018f4a2e-7d3c-7c1a-9b1e-0123456789ab"}""".getBytes(StandardCharsets.UTF_8);
        try {
            Body read = JSON.readValue(Mutations.of(good, dice), Body.class);
            if (read != null && read.award() != null) {
                assertThat(read.award().money().dollars()).isIn(read.award().amount(), "0.00");
            }
            if (read != null && read.on() != null) {
                assertThat(StorableValues.date(read.on()).getYear()).isBetween(1, 9999);
            }
        } catch (JsonProcessingException refused) {
            assertThat(refused.getOriginalMessage()).isNotBlank();
        }
    }
}
