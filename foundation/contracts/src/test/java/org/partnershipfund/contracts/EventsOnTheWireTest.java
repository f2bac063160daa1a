package org.partnershipfund.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Record, schema and sample of each event say the same. */
class EventsOnTheWireTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static List<EventType<?>> events() {
        return Events.ALL;
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_sample_is_valid(EventType<?> event) {
        assertThat(errors(event, EventFiles.sample(event))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_record_reads_the_sample_and_writes_the_same(EventType<?> event) throws JsonProcessingException {
        JsonNode sample = JSON.readTree(EventFiles.sample(event));

        Object read = JSON.treeToValue(sample, event.data());

        assertThat(JSON.<JsonNode>valueToTree(read)).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_field_that_nobody_agreed_on_is_no_part_of_the_contract(EventType<?> event) throws JsonProcessingException {
        ObjectNode more = (ObjectNode) JSON.readTree(EventFiles.sample(event));
        more.put("homeAddress", "never");

        assertThat(errors(event, more.toString())).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_field_is_required(EventType<?> event) throws JsonProcessingException {
        ObjectNode sample = (ObjectNode) JSON.readTree(EventFiles.sample(event));

        for (var field : sample.properties()) {
            ObjectNode without = sample.deepCopy();
            without.remove(field.getKey());
            assertThat(errors(event, without.toString())).as(field.getKey()).isNotEmpty();
        }
    }

    @Test
    void an_amount_with_a_fraction_of_a_cent_is_refused() {
        String sample = EventFiles.sample(Events.ALLOCATION_PUBLISHED).replace("52775.72", "52775.724");

        assertThat(errors(Events.ALLOCATION_PUBLISHED, sample)).isNotEmpty();
    }

    @Test
    void no_two_events_share_a_type() {
        assertThat(Events.ALL.stream().map(EventType::type)).doesNotHaveDuplicates();
    }

    private static List<com.networknt.schema.Error> errors(EventType<?> event, String data) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(EventFiles.schema(event), InputFormat.JSON);
        return schema.validate(data, InputFormat.JSON);
    }
}
