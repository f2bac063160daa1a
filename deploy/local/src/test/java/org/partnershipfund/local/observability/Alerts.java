package org.partnershipfund.local.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.partnershipfund.local.Suite;

/** The rules and the dashboard under deploy/observability, as far as they name metrics. */
final class Alerts {

    static final Path FOLDER = Suite.checkout().resolve("deploy/observability");

    private static final Pattern NOT_A_METRIC = Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\bby \\([^)]*\\)|\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("\\b[a-z][a-z0-9]*_[a-z0-9_]+\\b(?!\\()");

    private Alerts() {}

    /** One alert. */
    record Alert(String name, String expression, String severity, String summary, String runbook) {}

    static List<Alert> all() throws IOException {
        var alerts = new ArrayList<Alert>();
        for (var group : new ObjectMapper(new YAMLFactory())
                .readTree(FOLDER.resolve("alerts.yml").toFile())
                .path("groups")) {
            for (var rule : group.path("rules")) {
                alerts.add(new Alert(
                        rule.path("alert").asText(),
                        rule.path("expr").asText(),
                        rule.at("/labels/severity").asText(),
                        rule.at("/annotations/summary").asText(),
                        rule.at("/annotations/runbook").asText()));
            }
        }
        return alerts;
    }

    static List<String> questionsOfTheDashboard() throws IOException {
        JsonNode dashboard =
                new ObjectMapper().readTree(FOLDER.resolve("dashboard.json").toFile());
        return dashboard.findValuesAsText("expr");
    }

    /** The names of metrics in a PromQL expression; {@code up} is Prometheus' own. */
    static Set<String> metrics(String expression) {
        return new TreeSet<>(NAME.matcher(NOT_A_METRIC.matcher(expression).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .filter(name -> !name.startsWith("min_over_time"))
                .toList());
    }
}
