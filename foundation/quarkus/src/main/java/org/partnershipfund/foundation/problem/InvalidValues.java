package org.partnershipfund.foundation.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Broken constraints in the words of the request: no method, no parameter position, no class. */
final class InvalidValues {

    private static final int MOST_TOLD = 100;

    private InvalidValues() {}

    static ProblemException problem(ConstraintViolationException invalid) {
        var violations = invalid.getConstraintViolations().stream()
                .map(InvalidValues::violation)
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::reason))
                .limit(MOST_TOLD)
                .toList();
        return ProblemException.about(
                StandardProblem.INVALID_REQUEST,
                "Some values are outside of what is allowed; see violations. Nothing was done.",
                violations);
    }

    /** A single value that was refused when it was used. */
    static ProblemException problem(InvalidValueException invalid) {
        return ProblemException.about(
                StandardProblem.INVALID_REQUEST,
                "A value is outside of what is allowed; see violations. Nothing was done.",
                List.of(new Violation(invalid.field(), invalid.value(), invalid.reason())));
    }

    private static Violation violation(ConstraintViolation<?> broken) {
        return new Violation(field(broken.getPropertyPath()), told(broken.getInvalidValue()), broken.getMessage());
    }

    private static String field(Path path) {
        var field = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = String.valueOf(node.getName());
            }
            if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                if (node.isInIterable() && node.getIndex() != null) {
                    field.append('[').append(node.getIndex()).append(']');
                }
                field.append(field.isEmpty() ? "" : ".").append(node.getName());
            }
            if (node.getKind() == ElementKind.CONTAINER_ELEMENT && node.getIndex() != null) {
                field.append('[').append(node.getIndex()).append(']');
            }
        }
        return field.isEmpty() ? parameter : field.toString();
    }

    /** Plain values are repeated; a whole object or list is not, it would show how it looks inside. */
    private static @Nullable String told(@Nullable Object value) {
        return switch (value) {
            case CharSequence text -> text.toString();
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case Enum<?> one -> one.name();
            case java.time.temporal.TemporalAccessor time -> time.toString();
            case java.util.UUID id -> id.toString();
            case null, default -> null;
        };
    }
}
