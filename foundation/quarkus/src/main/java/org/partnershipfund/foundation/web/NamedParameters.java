package org.partnershipfund.foundation.web;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StorableValues;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Reads path, query and header parameters so that a wrong one is a 400 with its name, its value and what would be
 * right; JAX-RS alone would say "not found" and nothing else.
 */
@Provider
public class NamedParameters implements ParamConverterProvider {

    /** How a type is read, and what its text must look like. */
    private record Reading(String expected, Function<String, Object> parse) {}

    /** What the framework hands over for a primitive parameter that was not sent. */
    private static final String ABSENT_PRIMITIVE = "0";

    private static final Reading WHOLE = new Reading("it must be a whole number", Integer::valueOf);
    private static final Reading LONG = new Reading("it must be a whole number", Long::valueOf);
    private static final Reading TRUTH = new Reading("it must be true or false", NamedParameters::truth);

    private static final Map<Class<?>, Reading> READINGS = Map.of(
            int.class,
            WHOLE,
            Integer.class,
            WHOLE,
            long.class,
            LONG,
            Long.class,
            LONG,
            boolean.class,
            new Reading(TRUTH.expected(), text -> !text.equals(ABSENT_PRIMITIVE) && truth(text)),
            Boolean.class,
            TRUTH,
            UUID.class,
            new Reading("it must be an id such as 018f4a2e-7d3c-7c1a-9b1e-0123456789ab", NamedParameters::uuid),
            Instant.class,
            new Reading(
                    "it must be an instant in UTC such as 2018-03-01T00:00:00Z",
                    text -> StorableValues.instant(Instant.parse(text))),
            LocalDate.class,
            new Reading("it must be a date such as 2018-07-01", text -> StorableValues.date(LocalDate.parse(text))),
            SchoolCode.class,
            new Reading("it must be the school's eight-digit state code, such as 00350231", SchoolCode::new));

    private static final Reading YEAR =
            new Reading("it must be a fiscal year such as 2019", text -> new FiscalYear(Integer.parseInt(text)));

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return reading(type)
                .<ParamConverter<T>>map(reading -> new Converter<>(name(annotations), reading))
                .orElse(null);
    }

    private static Optional<Reading> reading(Class<?> type) {
        if (type.isEnum()) {
            return Optional.of(oneOf(type));
        }
        return Optional.ofNullable(type == FiscalYear.class ? YEAR : READINGS.get(type));
    }

    private static Reading oneOf(Class<?> type) {
        var constants = Arrays.asList(type.getEnumConstants());
        return new Reading(
                "it must be one of " + constants,
                text -> constants.stream()
                        .filter(constant -> ((Enum<?>) constant).name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(text)));
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** {@link UUID#fromString} also takes "1-1-1-1-1". */
    private static Object uuid(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return id;
    }

    private static String name(Annotation @Nullable [] annotations) {
        if (annotations != null) {
            for (Annotation annotation : annotations) {
                switch (annotation) {
                    case PathParam path -> {
                        return path.value();
                    }
                    case QueryParam query -> {
                        return query.value();
                    }
                    case HeaderParam header -> {
                        return header.value();
                    }
                    default -> {}
                }
            }
        }
        return "A parameter";
    }

    private record Converter<T>(String name, Reading reading) implements ParamConverter<T> {

        @Override
        @SuppressWarnings("unchecked") // the reading belongs to the type
        public @Nullable T fromString(@Nullable String value) {
            if (value == null) {
                return null;
            }
            try {
                return (T) reading.parse().apply(value);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw ProblemException.parameter(name, value, reading.expected());
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
