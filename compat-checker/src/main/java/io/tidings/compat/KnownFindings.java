package io.tidings.compat;

import io.tidings.compat.rule.GateRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Findings that an earlier report has already. They need not be shown again; they count all the same, since what was told
 * once is not mended by that. Findings are the same where they say the same of the same thing, on whatever line it stands.
 * Immutable.
 */
public final class KnownFindings {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Set<List<@Nullable String>> known;

    private KnownFindings(Stream<List<@Nullable String>> known) {
        this.known = new HashSet<>(known.toList());
    }

    /** Those of an earlier check. */
    public static KnownFindings of(CheckReport earlier) {
        return new KnownFindings(Stream.concat(earlier.findings().stream(), earlier.known().stream())
                .map(KnownFindings::identity));
    }

    /**
     * Those of a report that {@code tidings check --format json} wrote, of one document or of several.
     *
     * @param head the file of the document that is checked; of a report about several, what it says of others does not count
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is no such report; the message says so to the user
     */
    public static KnownFindings read(Path report, String head) throws IOException {
        JsonNode json;
        try {
            json = MAPPER.readTree(Files.readAllBytes(report));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(report + " is no report of 'tidings check --format json'", e);
        }
        boolean several = json.path("documents").isArray();
        if (json.path("formatVersion").asInt(0) != 1
                || !(several || json.path("findings").isArray())) {
            throw new IllegalArgumentException(report + " is no report of 'tidings check --format json'");
        }
        Stream<JsonNode> documents = several
                ? elements(json, "documents").filter(document -> same(document.path("head"), head))
                : Stream.of(json);
        return new KnownFindings(documents
                .flatMap(document -> Stream.concat(elements(document, "findings"), elements(document, "known")))
                .map(KnownFindings::identity));
    }

    private static Stream<JsonNode> elements(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false);
    }

    /** Files are named relative to where the command was started: to be called the same, they need not be written the same. */
    private static boolean same(JsonNode document, String head) {
        String file = text(document, "file");
        return file != null && Path.of(file).normalize().equals(Path.of(head).normalize());
    }

    /** The report without what is known. What it says of the gate itself is the verdict's reason, and stays. */
    public CheckReport without(CheckReport report) {
        List<Finding> before = report.findings().stream().filter(this::contains).toList();
        List<Finding> shown =
                report.findings().stream().filter(finding -> !contains(finding)).toList();
        List<Finding> all =
                Stream.concat(report.known().stream(), before.stream()).toList();
        return report.withKnown(shown, all);
    }

    private boolean contains(Finding finding) {
        return !GateRules.contain(finding.rule()) && known.contains(identity(finding));
    }

    private static List<@Nullable String> identity(Finding finding) {
        return Arrays.asList(
                finding.rule(),
                finding.channel(),
                finding.operation(),
                finding.message(),
                finding.path(),
                finding.reason());
    }

    private static List<@Nullable String> identity(JsonNode finding) {
        return Arrays.asList(
                text(finding, "rule"),
                text(finding, "channel"),
                text(finding, "operation"),
                text(finding, "message"),
                text(finding, "path"),
                text(finding, "reason"));
    }

    private static @Nullable String text(JsonNode finding, String field) {
        JsonNode value = finding.path(field);
        return value.isString() ? value.stringValue() : null;
    }
}
