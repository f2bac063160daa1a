package org.partnershipfund.approval.adapter.db;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of tables as JSON, by which one statement reads a root with all its parts ({@code json_agg}) or writes many parts
 * at once ({@code json_populate_recordset}). A field is a column: {@code schoolCode} is {@code school_code}.
 */
final class RowJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            // the place of a part and whose part it is say the statement and the order
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private RowJson() {}

    /** One row as PostgreSQL's {@code row_to_json} writes it. */
    static <T> T row(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a table does not fit " + type.getSimpleName(), e);
        }
    }

    /** Rows as PostgreSQL's {@code json_agg} writes them; null stands for none. */
    static <T> List<T> rows(@Nullable String json, Class<T> type) {
        if (json == null) {
            return List.of();
        }
        try {
            return JSON.readerForListOf(type).readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a table does not fit " + type.getSimpleName(), e);
        }
    }

    /** The row for {@code json_populate_record}. */
    static String write(Object row) {
        try {
            return JSON.writeValueAsString(row);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write a row of " + row.getClass(), e);
        }
    }

    /** The row as a tree, to be completed. */
    static ObjectNode tree(Object row) {
        return JSON.valueToTree(row);
    }

    /** An empty list of rows, for {@code json_populate_recordset}. */
    static ArrayNode list() {
        return JSON.createArrayNode();
    }

    /** The columns that a row of this type fills. */
    static List<String> columns(Class<?> type) {
        return JSON.getSerializationConfig().introspect(JSON.constructType(type)).findProperties().stream()
                .map(BeanPropertyDefinition::getName)
                .toList();
    }
}
