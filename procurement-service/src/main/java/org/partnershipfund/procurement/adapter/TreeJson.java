package org.partnershipfund.procurement.adapter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.partnershipfund.procurement.disclosure.Tree;
import org.partnershipfund.procurement.disclosure.Tree.Fields;
import org.partnershipfund.procurement.disclosure.Tree.Items;
import org.partnershipfund.procurement.disclosure.Tree.Leaf;
import org.partnershipfund.procurement.disclosure.Tree.Nothing;

/** Trees as JSON and back: fields keep their order and amounts their cents. */
public final class TreeJson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private TreeJson() {}

    /** The tree as JSON on one line. */
    public static String write(Tree tree) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(tree, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Tree tree, JsonGenerator json) throws IOException {
        switch (tree) {
            case Nothing _ -> json.writeNull();
            case Leaf(String word) -> json.writeString(word);
            case Leaf(Long number) -> json.writeNumber(number);
            case Leaf(Boolean yes) -> json.writeBoolean(yes);
            case Leaf(BigDecimal number) -> json.writeNumber(number);
            case Leaf(var other) -> throw new IllegalArgumentException("no JSON value: " + other.getClass());
            case Items(var all) -> {
                json.writeStartArray();
                for (Tree one : all) {
                    write(one, json);
                }
                json.writeEndArray();
            }
            case Fields(var all) -> {
                json.writeStartObject();
                for (Map.Entry<String, Tree> field : all.entrySet()) {
                    json.writeFieldName(field.getKey());
                    write(field.getValue(), json);
                }
                json.writeEndObject();
            }
        }
    }

    /**
     * The object that a text is.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Fields read(String text) {
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            return read(json) instanceof Fields fields ? fields : refuse(text);
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + text, e);
        }
    }

    private static Fields refuse(String text) {
        throw new IllegalArgumentException("no object: " + text);
    }

    private static Tree read(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                Map<String, Tree> all = new LinkedHashMap<>();
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    String name = json.currentName();
                    json.nextToken();
                    all.put(name, read(json));
                }
                yield new Fields(all);
            }
            case START_ARRAY -> {
                List<Tree> all = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    all.add(read(json));
                }
                yield new Items(all);
            }
            case VALUE_STRING -> new Leaf(json.getText());
            case VALUE_NUMBER_INT -> new Leaf(json.getLongValue());
            case VALUE_NUMBER_FLOAT -> new Leaf(json.getDecimalValue());
            case VALUE_TRUE -> new Leaf(true);
            case VALUE_FALSE -> new Leaf(false);
            case VALUE_NULL -> new Nothing();
            default -> throw new IOException("unexpected " + json.currentToken());
        };
    }
}
