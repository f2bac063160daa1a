package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.sample.Sample;
import org.partnershipfund.local.sample.Students;

/** From a model, census tracts and pupils to the Opportunity Index of every school, and no pupil is kept. */
final class PupilsAreMeasured {

    private static final String COMPUTATIONS = "/index-computations";

    private final Narrator narrator;
    private final SuiteClient team;
    private final Path sample;
    private final SampleDistrict district;

    PupilsAreMeasured(Stage stage, SampleDistrict district) {
        this.narrator = stage.narrator();
        this.team = stage.cast().partnershipsTeam().client();
        this.sample = stage.place().deploy("sample");
        this.district = district;
    }

    /**
     * Computes the index that the fund is shared out by.
     *
     * @return the id of the index set
     * @throws DemoFailedException if a school's index is not what the sample's own count gives
     */
    String measure() {
        JsonNode model = team.post(Door.ALLOCATION, "/index-models", text(Sample.MODEL))
                .expecting(201)
                .json();
        JsonNode tracts = Doors.upload(
                team,
                Door.ALLOCATION,
                "/tract-imports",
                Map.of(
                        "name",
                        "Boston 2012-2016",
                        "source",
                        "US Census ACS 2012-2016, processed by the Boston Area Research Initiative",
                        "asOf",
                        "2016-12-31"),
                text(Sample.TRACTS),
                201);
        narrator.tell(
                "The partnerships team enters a model of %d factors and imports %d census tracts. The factors are the district's, the weights are made up: nothing here is Boston's own index.",
                model.path("factors").size(), tracts.path("count").asInt());
        JsonNode computed = Doors.upload(
                team,
                Door.ALLOCATION,
                COMPUTATIONS,
                Map.of(
                        "modelId",
                        model.path("model").path("id").asText(),
                        "tractSetId",
                        tracts.path("tracts").path("id").asText(),
                        "name",
                        "Opportunity Index of generated pupils (illustrative)",
                        "source",
                        "pupils generated with seed 2019 to the real head counts of 2016-17",
                        "snapshotDate",
                        "2016-10-01",
                        "illustrative",
                        "true"),
                Students.of(sample).csv(),
                201);
        String id = computed.path("id").asText();
        List<JsonNode> schools = Doors.all(team, Door.ALLOCATION, COMPUTATIONS + "/" + id + "/schools", Map.of());
        agree(schools);
        narrator.tell(
                "Out of %,d generated pupils comes the index of %d schools; this program counts the same by itself. %s.",
                computed.path("pupils").asInt(),
                schools.size(),
                computed.has("studentsKeptUntil") ? "The pupils are kept for a time" : "No pupil is kept");
        schools.stream()
                .filter(school -> school.path("schoolCode").asText().equals(Stories.IN_PERSON))
                .forEach(school -> narrator.tell(
                        "Such as Perkins: neighborhood %s, individual %s, performance %s: index %s.",
                        school.path("neighborhood").asText(),
                        school.path("individual").asText(),
                        school.path("performance").asText(),
                        school.path("index").asText()));
        return id;
    }

    private void agree(List<JsonNode> schools) {
        Map<String, String> answered = schools.stream()
                .collect(Collectors.toMap(
                        school -> school.path("schoolCode").asText(),
                        school -> school.path("index").asText()));
        Map<String, String> counted = district.needs();
        if (!answered.equals(counted)) {
            String different = counted.entrySet().stream()
                    .filter(school -> !school.getValue().equals(answered.get(school.getKey())))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new DemoFailedException(
                    "allocation-service and the sample's own count should give every school the same index; they differ at "
                            + different);
        }
    }

    private String text(String file) {
        try {
            return Files.readString(sample.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sample district", e);
        }
    }
}
