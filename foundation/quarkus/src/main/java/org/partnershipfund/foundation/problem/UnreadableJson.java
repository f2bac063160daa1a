package org.partnershipfund.foundation.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says which field of a body could not be read, what it held and what would be right; never in Jackson's words. */
final class UnreadableJson {

    private UnreadableJson() {}

    /** The problem that a failed reading is; empty of class names. */
    static ProblemException problem(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case StreamConstraintsException _ ->
                ProblemException.of(
                        StandardProblem.MALFORMED_JSON,
                        "The body is nested too deeply, too long, or has a number or text that is too long.");
            case StreamReadException broken -> brokenAt(broken);
            case JsonMappingException mapping
            when mapping.getCause() instanceof JacksonException inner -> problem(inner);
            case JsonMappingException mapping -> wrongValue(mapping);
            default -> ProblemException.of(StandardProblem.MALFORMED_JSON, "The body is not JSON that can be read.");
        };
    }

    private static ProblemException unknownField(UnrecognizedPropertyException unknown) {
        var path = pathOf(unknown);
        Collection<Object> known = unknown.getKnownPropertyIds();
        var names = known == null
                ? ""
                : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        var reason = names.isEmpty() ? "there is no such field" : "there is no such field; known are: " + names;
        return ProblemException.about(
                StandardProblem.UNKNOWN_FIELD,
                "The body has the field %s, which this door does not know. Nothing was done; leave it out or correct its name."
                        .formatted(path),
                List.of(new Violation(path, null, reason)));
    }

    private static ProblemException brokenAt(StreamReadException broken) {
        var place = broken.getLocation();
        var where = place == null ? "" : " near line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
        return ProblemException.of(
                StandardProblem.MALFORMED_JSON,
                "The body is not JSON%s. Check quotes, commas and braces.".formatted(where));
    }

    private static ProblemException wrongValue(JsonMappingException mapping) {
        var violation = violation(mapping);
        return ProblemException.about(
                StandardProblem.MALFORMED_JSON,
                "%s: %s.".formatted(violation.field().isEmpty() ? "The body" : violation.field(), violation.reason()),
                List.of(violation));
    }

    private static Violation violation(JsonMappingException mapping) {
        var path = pathOf(mapping);
        if (mapping.getCause() instanceof InvalidValueException invalid) {
            var dot = path.isEmpty() || invalid.field().isEmpty() ? "" : ".";
            return new Violation(path + dot + invalid.field(), invalid.value(), invalid.reason());
        }
        var value = mapping instanceof InvalidFormatException format ? String.valueOf(format.getValue()) : null;
        var expected = mapping instanceof MismatchedInputException mismatch ? expected(mismatch.getTargetType()) : null;
        return new Violation(path, value, reason(expected, isMissing(mapping)));
    }

    private static String reason(@Nullable String expected, boolean missing) {
        if (missing) {
            return expected == null ? "it is missing" : "it is missing; it must be " + expected;
        }
        return expected == null ? "its value cannot be used here" : "it must be " + expected;
    }

    /**
     * Jackson notices a field that never came when the object ends, and says so as if its value were wrong. The parser is
     * closed by now and remembers no token, but still where it stood: outside of the object whose field it is.
     */
    private static boolean isMissing(JsonMappingException mapping) {
        return mapping instanceof MismatchedInputException
                && mapping.getProcessor() instanceof JsonParser json
                && json.getParsingContext().getNestingDepth()
                        < mapping.getPath().size();
    }

    private static @Nullable String expected(@Nullable Class<?> type) {
        if (type == null) {
            return null;
        }
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return switch (type.getName()) {
            case "java.lang.String" -> "text in quotes";
            case "java.util.UUID" -> "an id such as 018f4a2e-7d3c-7c1a-9b1e-0123456789ab";
            case "java.time.Instant" -> "an instant in UTC such as 2018-03-01T00:00:00Z";
            case "java.time.LocalDate" -> "a date such as 2018-07-01";
            case "boolean", "java.lang.Boolean" -> "true or false";
            case "int", "long", "java.lang.Integer", "java.lang.Long" -> "a whole number";
            case "java.math.BigDecimal" -> "a number";
            default -> type.isRecord() ? "an object with its fields in braces" : null;
        };
    }

    private static String pathOf(JsonMappingException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
