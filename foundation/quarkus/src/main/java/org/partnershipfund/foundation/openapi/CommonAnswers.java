package org.partnershipfund.foundation.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.Problem;
import org.partnershipfund.foundation.problem.StandardProblem;

/**
 * Adds to every operation what every door does: the problems that it can answer, the headers that it asks for and
 * gives. An operation annotates only what is its own, such as {@code 409: fund-already-open}; a failing response
 * without content gets the problem's.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {

    /**
     * Marks a POST that only asks a question too long for an address: nothing is kept, so it needs no Idempotency-Key
     * and its answer has no version. As an {@code @Extension} with value {@code true}.
     */
    public static final String SAFE = "x-safe";

    private static final String CSV = "text/csv";

    /** What the framework says by itself, which is nothing. */
    private static final Set<String> STOCK = Set.of("Not Authorized", "Not Allowed", "Bad Request");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        ProblemSchemas.addTo(api);
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        requireAGoodAnswer(path, method, operation);
        askForHeaders(method, operation);
        commonProblems(path, method, operation)
                .collect(Collectors.groupingBy(StandardProblem::status))
                .forEach((status, problems) -> add(operation.getResponses(), status, problems));
        operation.getResponses().getAPIResponses().forEach(CommonAnswers::fillIn);
        giveHeaders(isSingle(path, method, operation), operation.getResponses());
        operation.setResponses(sorted(operation.getResponses()));
    }

    /**
     * The framework describes no good answer of a door that annotates its refusals alone, and loses the schema of one that
     * does not say what it produces: both would be documents that promise nothing.
     */
    private static void requireAGoodAnswer(String path, PathItem.HttpMethod method, Operation operation) {
        Map<String, APIResponse> good = operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (good.isEmpty()) {
            throw new IllegalStateException(
                    "%s %s describes no answer but refusals; give it @APIResponse(responseCode = \"200\", description = …)"
                            .formatted(method, path));
        }
        good.forEach((status, answer) -> {
            if (answer.getContent() != null && !hasMediaTypes(answer.getContent())) {
                throw new IllegalStateException(
                        "%s %s describes what it answers with %s and not as what; give its class @Produces"
                                .formatted(method, path, status));
            }
        });
    }

    private static boolean hasMediaTypes(Content content) {
        return content.getMediaTypes() != null && !content.getMediaTypes().isEmpty();
    }

    private static Stream<StandardProblem> commonProblems(
            String path, PathItem.HttpMethod method, Operation operation) {
        var problems = new ArrayList<>(List.of(
                StandardProblem.INVALID_PARAMETER,
                StandardProblem.NOT_ACCEPTABLE,
                StandardProblem.TOO_MANY_REQUESTS,
                StandardProblem.UNEXPECTED_ERROR,
                StandardProblem.TEMPORARILY_UNAVAILABLE));
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            problems.add(StandardProblem.NOT_SIGNED_IN);
            problems.add(StandardProblem.NOT_ALLOWED);
        }
        if (path.contains("{")) {
            problems.add(StandardProblem.NOT_FOUND);
        }
        if (operation.getRequestBody() != null) {
            problems.addAll(List.of(
                    StandardProblem.INVALID_REQUEST,
                    StandardProblem.TOO_SLOW,
                    StandardProblem.TOO_LARGE,
                    StandardProblem.UNSUPPORTED_MEDIA_TYPE));
        }
        if (readsJson(operation)) {
            problems.addAll(List.of(StandardProblem.MALFORMED_JSON, StandardProblem.UNKNOWN_FIELD));
        }
        if (method == PathItem.HttpMethod.POST && !isSafe(operation)) {
            problems.addAll(List.of(
                    StandardProblem.IDEMPOTENCY_KEY_MISSING,
                    StandardProblem.IDEMPOTENCY_KEY_IN_USE,
                    StandardProblem.IDEMPOTENCY_KEY_REUSED));
        }
        if (has(operation, "If-Match")) {
            problems.addAll(List.of(StandardProblem.STALE_STATE, StandardProblem.IF_MATCH_MISSING));
        }
        return problems.stream();
    }

    private static void add(APIResponses responses, int status, List<StandardProblem> problems) {
        var code = Integer.toString(status);
        var own = ownDescription(responses.getAPIResponse(code));
        var described = Stream.concat(
                        own.stream(),
                        problems.stream()
                                .map(StandardProblem::slug)
                                .filter(slug ->
                                        own.filter(text -> text.contains(slug)).isEmpty()))
                .collect(Collectors.joining(", "));
        // a new object each time: the framework shares its stock answers between operations
        responses.addAPIResponse(code, OASFactory.createAPIResponse().description(described));
    }

    private static Optional<String> ownDescription(@Nullable APIResponse response) {
        return Optional.ofNullable(response).map(APIResponse::getDescription).filter(text -> !STOCK.contains(text));
    }

    private static void fillIn(String status, APIResponse response) {
        if (status.startsWith("4") || status.startsWith("5")) {
            if (response.getContent() == null) {
                response.setContent(problemContent());
            }
        } else if (response.getContent() != null && response.getContent().hasMediaType(CSV)) {
            response.getContent()
                    .addMediaType(
                            CSV,
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        }
    }

    private static APIResponses sorted(APIResponses responses) {
        var sorted = OASFactory.createAPIResponses();
        new TreeMap<>(responses.getAPIResponses()).forEach(sorted::addAPIResponse);
        return sorted;
    }

    private static Content problemContent() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")));
    }

    private static void askForHeaders(PathItem.HttpMethod method, Operation operation) {
        if (method == PathItem.HttpMethod.POST && !isSafe(operation) && !has(operation, "Idempotency-Key")) {
            operation.addParameter(ProblemSchemas.header(
                    "Idempotency-Key",
                    "Made up once per request, such as a UUID, and repeated with it; for 24 hours the same request gets the same answer.",
                    "018f4a2e-7d3c-7c1a-9b1e-0123456789ab"));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> "If-Match".equals(parameter.getName()))
                    .forEach(CommonAnswers::describeIfMatch);
        }
    }

    private static void describeIfMatch(Parameter ifMatch) {
        ifMatch.required(true)
                .description("The ETag of the answer in which it was read.")
                .example("\"7\"");
    }

    private static boolean isSafe(Operation operation) {
        return operation.getExtensions() != null && operation.getExtensions().containsKey(SAFE);
    }

    private static boolean isSingle(String path, PathItem.HttpMethod method, Operation operation) {
        return path.endsWith("}") || (method != PathItem.HttpMethod.GET && !isSafe(operation));
    }

    private static void giveHeaders(boolean aSingleResource, APIResponses responses) {
        responses.getAPIResponses().forEach((status, response) -> {
            if (aSingleResource && (status.equals("200") || status.equals("201"))) {
                response.addHeader(
                        "ETag",
                        ProblemSchemas.answerHeader("The version, for the next If-Match; on single resources."));
            }
            if (status.equals("201")) {
                response.addHeader("Location", ProblemSchemas.answerHeader("The address of what was made."));
            }
            if (status.equals("503") || status.equals("429")) {
                response.addHeader("Retry-After", ProblemSchemas.answerHeader("Seconds to wait before the next try."));
            }
        });
    }

    private static boolean has(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(known -> parameter.equals(known.getName()));
    }

    private static boolean readsJson(Operation operation) {
        var body = operation.getRequestBody();
        if (body == null || body.getContent() == null) {
            return false;
        }
        Map<String, ?> types = body.getContent().getMediaTypes();
        return types != null && types.containsKey("application/json");
    }
}
