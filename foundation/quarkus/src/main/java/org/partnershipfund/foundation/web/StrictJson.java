package org.partnershipfund.foundation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.StorableValues;

/**
 * JSON as it is written, or not at all: no unknown field, no second value, no guessing between text and number, and no
 * value that the database could not keep.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(50)
            .maxStringLength(4 << 20)
            .maxNumberLength(40)
            .maxNameLength(200)
            .build();

    /** After Quarkus' own, whose modules would read dates and instants instead of ours. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper json) {
        json.getFactory().setStreamReadConstraints(BOUNDS);
        json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        json.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        json.disable(
                DeserializationFeature.ACCEPT_FLOAT_AS_INT, DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        json.disable(
                SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        // A part that there is not is left out, as the documents say.
        json.setDefaultPropertyInclusion(
                JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
        // An empty place in a list or a map is nothing that anybody meant, and no list of ours can keep it.
        json.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        noCoercion(json);
        json.registerModule(storableValuesOnly());
    }

    private static Module storableValuesOnly() {
        return new SimpleModule("storable values only")
                .addKeyDeserializer(String.class, new CheckedName())
                .addDeserializer(String.class, new Checked<>(StringDeserializer.instance, StorableValues::text))
                .addDeserializer(
                        LocalDate.class, new Written<>(LocalDate.class, LocalDate::parse, StorableValues::date))
                .addDeserializer(Instant.class, new Written<>(Instant.class, Instant::parse, StorableValues::instant));
    }

    /** The names in an object whose names the caller chooses. */
    private static final class CheckedName extends KeyDeserializer {

        @Override
        public Object deserializeKey(String name, DeserializationContext context) {
            return StorableValues.text(name);
        }
    }

    /** Reads as another reader does, and looks at what was read. */
    private static final class Checked<T> extends StdScalarDeserializer<T> {

        private final transient JsonDeserializer<T> reader;
        private final transient UnaryOperator<T> check;

        Checked(JsonDeserializer<T> reader, UnaryOperator<T> check) {
            super(reader.handledType());
            this.reader = reader;
            this.check = check;
        }

        @Override
        public LogicalType logicalType() {
            return reader.logicalType();
        }

        @Override
        public @Nullable T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            T value = reader.deserialize(json, context);
            return value == null ? null : check.apply(value);
        }
    }

    /**
     * Reads a date or an instant as it is written. Jackson's own readers would also take a number, or a text of digits,
     * for seconds or days since 1970: somebody's 0 would be a day.
     */
    private static final class Written<T> extends StdScalarDeserializer<T> {

        private final transient Function<String, T> parse;
        private final transient UnaryOperator<T> check;

        Written(Class<T> type, Function<String, T> parse, UnaryOperator<T> check) {
            super(type);
            this.parse = parse;
            this.check = check;
        }

        @Override
        public LogicalType logicalType() {
            return LogicalType.DateTime;
        }

        @Override
        @SuppressWarnings("unchecked") // both handlers throw, or answer a value of the type
        public @Nullable T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), json);
            }
            String text = json.getText();
            T value;
            try {
                value = parse.apply(text);
            } catch (DateTimeException e) {
                return (T) context.handleWeirdStringValue(handledType(), text, "not as it is written");
            }
            return check.apply(value);
        }
    }

    @SuppressWarnings("deprecation") // the setter on the builder comes too late: Quarkus hands us the mapper
    private static void noCoercion(ObjectMapper json) {
        json.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        json.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }
}
