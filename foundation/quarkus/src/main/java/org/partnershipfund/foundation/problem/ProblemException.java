package org.partnershipfund.foundation.problem;

import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.OptionalInt;

/** Ends a request with one of the problems that every door knows; thrown by adapters, never by the core. */
public final class ProblemException extends WebApplicationException {

    private final StandardProblem problem;
    private final transient List<Violation> violations;
    private final int retryAfterSeconds;

    private ProblemException(
            StandardProblem problem, String detail, List<Violation> violations, int retryAfterSeconds) {
        super(detail, problem.status());
        this.problem = problem;
        this.violations = List.copyOf(violations);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** A problem with one sentence for the person who asked. */
    public static ProblemException of(StandardProblem problem, String detail) {
        return new ProblemException(problem, detail, List.of(), 0);
    }

    /** A problem about one or more values. */
    public static ProblemException about(StandardProblem problem, String detail, List<Violation> violations) {
        return new ProblemException(problem, detail, violations, 0);
    }

    /** A parameter or header with a value that cannot be used. */
    public static ProblemException parameter(String name, String value, String reason) {
        var violation = new Violation(name, value, reason);
        return about(
                StandardProblem.INVALID_PARAMETER,
                "%s has the value \"%s\", but %s.".formatted(name, violation.value(), reason),
                List.of(violation));
    }

    /** A problem that goes away by itself: the caller may try again after so many seconds. */
    public static ProblemException retryLater(StandardProblem problem, String detail, int seconds) {
        return new ProblemException(problem, detail, List.of(), seconds);
    }

    /** Which problem it is. */
    public StandardProblem problem() {
        return problem;
    }

    /** The sentence for the person who asked. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The single values that are wrong. */
    public List<Violation> violations() {
        return violations;
    }

    /** When to try again, if that would help. */
    public OptionalInt retryAfterSeconds() {
        return retryAfterSeconds > 0 ? OptionalInt.of(retryAfterSeconds) : OptionalInt.empty();
    }
}
