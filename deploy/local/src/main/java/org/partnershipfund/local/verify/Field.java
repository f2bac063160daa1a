package org.partnershipfund.local.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One place in a bundle that knows its own path, so that whatever is wrong is told by name.
 *
 * @param path such as {@code schools[3].pupils}
 */
record Field(String path, JsonNode node) {

    /** A field of this object. */
    Field at(String name) {
        return find(name).orElseThrow(() -> new UnreadableBundleException("%s is missing".formatted(below(name))));
    }

    /** A field of this object that may be absent. */
    Optional<Field> find(String name) {
        JsonNode child = node.get(name);
        return child == null || child.isNull() ? Optional.empty() : Optional.of(new Field(below(name), child));
    }

    /** The items of this list. */
    List<Field> items() {
        if (!node.isArray()) {
            throw wrong("a list");
        }
        List<Field> items = new ArrayList<>();
        for (JsonNode item : node) {
            items.add(new Field("%s[%d]".formatted(path, items.size()), item));
        }
        return items;
    }

    String text() {
        if (!node.isTextual()) {
            throw wrong("a text");
        }
        return node.textValue();
    }

    /** A number of things: 0 or more, at most nine digits. */
    int count() {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
            throw wrong("a whole number");
        }
        return node.intValue();
    }

    /** An amount of US dollars, in cents. */
    BigInteger cents() {
        if (!at("currency").text().equals("USD")) {
            throw at("currency").wrong("USD");
        }
        return at("amount").decimal("-?[0-9]{1,15}\\.[0-9]{2}", 2, "dollars with two decimals, such as \"640.00\"");
    }

    /** A decimal such as {@code "0.844538"}, times ten to the power of its places. */
    BigInteger scaled(int places) {
        return decimal("[0-9]{1,3}(\\.[0-9]{1,%d})?".formatted(places), places, "a decimal such as \"0.5\"");
    }

    UnreadableBundleException wrong(String expected) {
        String found = node.toString();
        return new UnreadableBundleException("%s is %s, and must be %s"
                .formatted(path, found.length() > 60 ? found.substring(0, 60) + "..." : found, expected));
    }

    private BigInteger decimal(String shape, int places, String expected) {
        if (!text().matches(shape)) {
            throw wrong(expected);
        }
        return new BigDecimal(text()).movePointRight(places).toBigIntegerExact();
    }

    private String below(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
