package org.partnershipfund.local.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.local.verify.Recount.Ratio;

/**
 * What a public bundle says, as whole numbers: money in cents, an index in millionths.
 *
 * @param title what was shared out, for the reader
 * @param illustrative whether index or prior-year amounts only show how things work
 * @param total what the bundle says that all schools receive together
 * @param digest what the bundle says about itself
 * @param counted the digest of what was read
 */
record Bundle(
        String title,
        boolean illustrative,
        Rules rules,
        List<School> schools,
        List<Revision> revisions,
        BigInteger total,
        String digest,
        String counted) {

    static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private static final String FORMAT = "partnership-fund.bundle.v1";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * How the pool is shared out.
     *
     * @param unit what amounts are whole numbers of: 1, 100 or 10,000 cents
     * @param floor nothing if there is none
     * @param kept which part of the prior-year amount is guaranteed; nothing if nobody is guaranteed anything
     */
    record Rules(
            BigInteger pool,
            BigInteger reserve,
            BigInteger unit,
            Eligibility eligibility,
            Formula formula,
            BigInteger floor,
            Optional<BigInteger> cap,
            Ratio kept) {}

    /** Which schools are served. */
    sealed interface Eligibility {}

    record TopN(int schools) implements Eligibility {}

    record Threshold(BigInteger atLeast) implements Eligibility {}

    record TopShareOfPupils(BigInteger millionths) implements Eligibility {}

    record Taper(BigInteger from, BigInteger to) implements Eligibility {}

    /** What a pupil weighs. */
    sealed interface Formula {}

    record FlatPerPupil() implements Formula {}

    record IndexWeightedPerPupil() implements Formula {}

    record Tiers(List<Step> steps) implements Formula {}

    record Step(BigInteger atLeast, BigInteger thousandths) {}

    /**
     * One school, what went in and what the bundle says that came out.
     *
     * @param priorYear what it had before; nothing if the rules do not ask
     * @param why the outcome
     * @param amount as published
     * @param amountNow with the revisions since
     */
    record School(
            String code,
            String name,
            BigInteger index,
            BigInteger pupils,
            BigInteger priorYear,
            String why,
            BigInteger amount,
            BigInteger amountNow) {}

    /** Money that moved since; the reserve gives or receives where no school is named. */
    record Revision(Optional<String> from, Optional<String> to, BigInteger amount) {}

    /**
     * Reads a bundle.
     *
     * @throws UnreadableBundleException if it is none, with where and why
     */
    static Bundle read(byte[] bytes) {
        Field top = new Field("", tree(bytes));
        if (!top.node().isObject()) {
            throw new UnreadableBundleException("it is no JSON object, so no bundle");
        }
        if (!top.at("format").text().equals(FORMAT)) {
            throw top.at("format").wrong('"' + FORMAT + '"');
        }
        Field fund = top.at("fund");
        return new Bundle(
                "%s FY%d, %s"
                        .formatted(
                                fund.at("name").text(),
                                fund.at("fiscalYear").count(),
                                top.at("scenario").at("name").text()),
                isIllustrative(top.at("index"))
                        || top.find("priorYear").map(Bundle::isIllustrative).orElse(false),
                rules(fund.at("pool").cents(), top.at("rules")),
                schools(top.at("schools")),
                top.at("revisions").items().stream().map(Bundle::revision).toList(),
                top.at("total").cents(),
                top.at("digest").text(),
                digest((ObjectNode) top.node()));
    }

    private static boolean isIllustrative(Field source) {
        return source.at("illustrative").node().asBoolean(true);
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new UnreadableBundleException("it is no JSON: %s (line %d)"
                    .formatted(
                            e.getOriginalMessage(),
                            e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
        } catch (IOException e) {
            throw new UnreadableBundleException("it cannot be read: " + e.getMessage());
        }
    }

    private static Rules rules(BigInteger pool, Field rules) {
        return new Rules(
                pool,
                rules.find("reserve").map(Field::cents).orElse(BigInteger.ZERO),
                BigInteger.valueOf(rules.find("unit").map(Bundle::unit).orElse(1)),
                eligibility(rules.at("eligibility")),
                formula(rules.at("formula")),
                rules.find("guardrails")
                        .flatMap(bounds -> bounds.find("floor"))
                        .map(Field::cents)
                        .orElse(BigInteger.ZERO),
                rules.find("guardrails").flatMap(bounds -> bounds.find("cap")).map(Field::cents),
                rules.find("holdHarmless").map(Bundle::kept).orElse(Ratio.NOTHING));
    }

    private static int unit(Field unit) {
        return switch (unit.text()) {
            case "cent" -> 1;
            case "dollar" -> 100;
            case "hundred-dollars" -> 10_000;
            default -> throw unit.wrong("\"cent\", \"dollar\" or \"hundred-dollars\"");
        };
    }

    private static Eligibility eligibility(Field rule) {
        return switch (rule.at("kind").text()) {
            case "top" -> new TopN(rule.at("schools").count());
            case "threshold" -> new Threshold(rule.at("atLeast").scaled(6));
            case "top-share" -> new TopShareOfPupils(rule.at("share").scaled(6));
            case "taper" -> new Taper(rule.at("from").scaled(6), rule.at("to").scaled(6));
            default -> throw rule.at("kind").wrong("a kind that this verifier knows: top, threshold, top-share, taper");
        };
    }

    private static Formula formula(Field rule) {
        return switch (rule.at("kind").text()) {
            case "flat-per-pupil" -> new FlatPerPupil();
            case "index-weighted-per-pupil" -> new IndexWeightedPerPupil();
            case "tiers" ->
                new Tiers(rule.at("steps").items().stream()
                        .map(step -> new Step(
                                step.at("atLeast").scaled(6), step.at("weight").scaled(3)))
                        .toList());
            default ->
                throw rule.at("kind")
                        .wrong("a kind that this verifier knows: flat-per-pupil, index-weighted-per-pupil, tiers");
        };
    }

    /** What the phase-out leaves in this year: 1 less its fraction; nothing once it is over. */
    private static Ratio kept(Field held) {
        List<Field> phaseOut = held.at("phaseOut").items();
        int year = held.at("year").count();
        if (year < 1 || year > phaseOut.size()) {
            return Ratio.NOTHING;
        }
        Field taken = phaseOut.get(year - 1);
        if (!taken.text().matches("[0-9]{1,7}(/[1-9][0-9]{0,6})?")) {
            throw taken.wrong("a fraction such as \"1/3\"");
        }
        String[] parts = (taken.text() + "/1").split("/", -1);
        var denominator = new BigInteger(parts[1]);
        return new Ratio(denominator.subtract(new BigInteger(parts[0])), denominator);
    }

    private static List<School> schools(Field list) {
        Set<String> codes = new HashSet<>();
        List<School> schools = list.items().stream().map(Bundle::school).toList();
        for (School school : schools) {
            if (!codes.add(school.code())) {
                throw new UnreadableBundleException("school %s stands in the bundle twice".formatted(school.code()));
            }
        }
        if (schools.isEmpty()) {
            throw list.wrong("a list with at least one school");
        }
        return schools;
    }

    private static School school(Field school) {
        BigInteger amount = school.at("amount").cents();
        return new School(
                school.at("schoolCode").text(),
                school.at("schoolName").text(),
                school.at("index").scaled(6),
                BigInteger.valueOf(school.at("pupils").count()),
                school.find("priorYearAmount").map(Field::cents).orElse(BigInteger.ZERO),
                school.at("outcome").text(),
                amount,
                school.at("amountNow").cents());
    }

    private static Revision revision(Field revision) {
        return new Revision(
                revision.find("fromSchool").map(Field::text),
                revision.find("toSchool").map(Field::text),
                revision.at("amount").cents());
    }

    /** SHA-256 of the document without its digest, written without any blank between its parts. */
    private static String digest(ObjectNode bundle) {
        ObjectNode rest = bundle.deepCopy();
        var _ = rest.remove("digest");
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256")
                                    .digest(JSON.writeValueAsString(rest).getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("what was read as JSON can be written, and every JDK has SHA-256", e);
        }
    }
}
