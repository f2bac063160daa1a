package org.partnershipfund.foundation.eventlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of events, by a mapper of its own: what a service does to the JSON of its doors never changes the wire.
 *
 * <p>Reading is tolerant about what is too much (unknown fields are ignored, so that a speaker may be newer) and strict
 * about what is missing, doubled, trailing or of another kind.
 */
@Singleton
public class WireJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    /** Writes a wire record; absent optional parts are left out. */
    public String write(Object data) {
        try {
            return mapper.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + data.getClass().getName() + " as JSON", e);
        }
    }

    /**
     * Reads a wire record.
     *
     * @throws IOException if the bytes are no such record; the message names the field
     */
    public <T> T read(byte[] json, Class<T> type) throws IOException {
        T data = mapper.readValue(json, type);
        if (data == null) {
            throw new IOException("the data is null");
        }
        requireComplete(data, "data");
        return data;
    }

    /** A part that is not declared {@code @Nullable} must be there, at any depth; Jackson leaves it null. */
    private static void requireComplete(Object value, String path) throws IOException {
        if (value instanceof Record) {
            for (RecordComponent part : value.getClass().getRecordComponents()) {
                Object inner = part(value, part);
                String at = path + "." + part.getName();
                if (inner != null) {
                    requireComplete(inner, at);
                } else if (!isNullable(part.getAnnotatedType())) {
                    throw new IOException(at + " is missing");
                }
            }
        } else if (value instanceof Collection<?> many) {
            int index = 0;
            for (Object one : many) {
                requireComplete(one, path + "[" + index++ + "]");
            }
        } else if (value instanceof Map<?, ?> many) {
            for (Map.Entry<?, ?> entry : many.entrySet()) {
                requireComplete(entry.getValue(), path + "." + entry.getKey());
            }
        } else if (value instanceof Optional<?> maybe && maybe.isPresent()) {
            requireComplete(maybe.get(), path);
        }
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object part(Object value, RecordComponent component) throws IOException {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IOException("cannot read " + component.getName(), e);
        }
    }
}
