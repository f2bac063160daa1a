package org.partnershipfund.local.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Connect's REST API, the few doors that we need of it. */
final class ConnectDoor {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;

    ConnectDoor(String url) {
        this.url = url;
    }

    boolean answers() throws IOException, InterruptedException {
        return send(request("/")).statusCode() == 200;
    }

    /** All connectors by name, each with its status. */
    JsonNode statuses() throws IOException, InterruptedException {
        var answer = send(request("/connectors?expand=status"));
        if (answer.statusCode() != 200) {
            throw new IOException("Connect answers " + answer.statusCode() + " to a question for its connectors");
        }
        return JSON.readTree(answer.body());
    }

    /** Creates the connector or gives it this configuration. */
    void put(String name, Map<String, String> configuration) throws IOException, InterruptedException {
        var answer = send(request("/connectors/" + name + "/config")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(configuration))));
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("Connect refuses " + name + ": "
                    + JSON.readTree(answer.body())
                            .path("message")
                            .asText(answer.body())
                            .replaceAll("\\s+", " "));
        }
    }

    /** Creates the connector, but lets it not run yet. */
    void createStopped(String name, Map<String, String> configuration) throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(Map.of("name", name, "config", configuration, "initial_state", "STOPPED"));
        expectSuccess(
                send(request("/connectors")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))),
                "create");
    }

    /** Restarts what has failed of a connector: itself, its task, or both. */
    void restartFailed(String name) throws IOException, InterruptedException {
        expectSuccess(
                send(request("/connectors/" + name + "/restart?includeTasks=true&onlyFailed=true")
                        .POST(HttpRequest.BodyPublishers.noBody())),
                "restart");
    }

    /** Changes what a connector does: {@code stop} or {@code resume}. */
    void change(String name, String verb) throws IOException, InterruptedException {
        expectSuccess(send(request("/connectors/" + name + "/" + verb).PUT(HttpRequest.BodyPublishers.noBody())), verb);
    }

    /** Makes a stopped connector forget how far it had read. */
    void deleteOffsets(String name) throws IOException, InterruptedException {
        expectSuccess(send(request("/connectors/" + name + "/offsets").DELETE()), "forget");
    }

    private static void expectSuccess(HttpResponse<String> answer, String verb) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("Connect answers " + answer.statusCode() + " to " + verb + ": "
                    + answer.body().replaceAll("\\s+", " "));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(20));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
