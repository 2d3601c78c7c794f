package io.tidings.compat.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What we decide where readers disagree: a folder each with both schemas, the reason, and what is expected, which says too
 * what Avro's checkers think and what its decoder does. {@code -Dtidings.recreate=true} writes it anew, for review, and the
 * table in docs/avro-compatibility.md.
 */
class DecisionsTest {

    private static final Path ROOT = Path.of("src/test/resources/decisions");
    private static final Path PAGE = Path.of("../docs/avro-compatibility.md");
    private static final String BEGIN = "<!-- decisions: begin -->\n";
    private static final String END = "<!-- decisions: end -->\n";

    @TestFactory
    Stream<DynamicTest> decisions() {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                    assertThat(Files.readString(folder.resolve("README.md"))).isNotBlank();
                    same(folder.resolve("expected.txt"), judged(schema(folder, "reader"), schema(folder, "writer")));
                }));
    }

    @Test
    void the_manual_lists_them() throws IOException {
        StringBuilder table =
                new StringBuilder("\n| pair | resolves | compatible | Avro's checkers | Avro's decoder |\n");
        table.append("|---|---|---|---|---|\n");
        for (Path folder : folders()) {
            Schema reader = schema(folder, "reader");
            Schema writer = schema(folder, "writer");
            ReadVerdict verdict = AvroReader.judge(reader, writer);
            boolean warned = verdict.compatible() && !verdict.findings().isEmpty();
            table.append("| ").append(folder.getFileName());
            table.append(" | ").append(verdict.resolves() ? "yes" : "no");
            table.append(" | ").append(verdict.compatible() ? warned ? "yes, with a warning" : "yes" : "no");
            table.append(" | ")
                    .append(compatibility(reader, writer))
                    .append("; ")
                    .append(validator(reader, writer));
            table.append(" | ").append(decoder(reader, writer)).append(" |\n");
        }
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        same(PAGE, page.substring(0, begin) + table + "\n" + page.substring(page.indexOf(END)));
    }

    /** The pairs themselves are not ours to copy; each must be judged as the decision that speaks of it. */
    @EnabledIfSystemProperty(named = "tidings.corpus", matches = ".+")
    @Test
    void pairs_of_the_corpus_are_decided_alike() throws IOException {
        Path file = Path.of(System.getProperty("tidings.corpus"), "avro/pairs-where-checkers-disagree.json");
        JsonNode pairs = JsonMapper.builder().build().readTree(Files.readString(file));
        List<String> lines = Files.readAllLines(ROOT.resolve("corpus.txt"));
        assertThat(pairs).hasSize(19).allSatisfy(pair -> {
            String id = pair.get("id").stringValue();
            String decision = lines.stream()
                    .filter(line -> line.startsWith(id + " "))
                    .map(line -> line.substring(id.length() + 1))
                    .findFirst()
                    .orElseThrow();
            Path folder = ROOT.resolve(decision);
            assertThat(summary(parse(pair.get("reader")), parse(pair.get("writer"))))
                    .as(id)
                    .isEqualTo(summary(schema(folder, "reader"), schema(folder, "writer")));
        });
    }

    private static String summary(Schema reader, Schema writer) {
        ReadVerdict verdict = AvroReader.judge(reader, writer);
        Set<ReadRule> rules = EnumSet.noneOf(ReadRule.class);
        verdict.findings().forEach(finding -> rules.add(finding.rule()));
        return "resolves " + verdict.resolves() + ", compatible " + verdict.compatible() + ", " + rules + ", "
                + decoder(reader, writer);
    }

    private static String judged(Schema reader, Schema writer) {
        ReadVerdict verdict = AvroReader.judge(reader, writer);
        StringBuilder out = new StringBuilder();
        out.append("resolves ").append(verdict.resolves());
        out.append(", compatible ").append(verdict.compatible()).append('\n');
        for (ReadFinding finding : verdict.findings()) {
            out.append(finding.rule().id()).append(' ').append(finding.path());
            out.append(" < ").append(finding.writerPath());
            out.append(": ").append(finding.message()).append('\n');
        }
        out.append("SchemaCompatibility: ")
                .append(compatibility(reader, writer))
                .append('\n');
        out.append("SchemaValidator: ").append(validator(reader, writer)).append('\n');
        return out.append("decoder: ")
                .append(decoder(reader, writer))
                .append('\n')
                .toString();
    }

    private static String compatibility(Schema reader, Schema writer) {
        try {
            return switch (SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                    .getType()) {
                case COMPATIBLE -> "yes";
                default -> "no";
            };
        } catch (RuntimeException e) {
            return "throws";
        }
    }

    private static String validator(Schema reader, Schema writer) {
        try {
            new SchemaValidatorBuilder().canReadStrategy().validateLatest().validate(reader, List.of(writer));
            return "yes";
        } catch (SchemaValidationException e) {
            return "no";
        } catch (StackOverflowError e) {
            return "overflows the stack";
        } catch (RuntimeException e) {
            return "throws";
        }
    }

    /** What becomes of data that reach every place a finding is about, and of some that do not. */
    private static String decoder(Schema reader, Schema writer) {
        Random random = new Random(1);
        RandomData source = new RandomData(writer, random);
        List<@Nullable Object> data = new ArrayList<>(new Witness(source, "$").data(writer));
        AvroReader.judge(reader, writer)
                .findings()
                .forEach(finding -> data.addAll(new Witness(source, finding.writerPath()).data(writer)));
        for (int i = 0; i < 50; i++) {
            data.add(source.of(writer, 4));
        }
        Decoding decoding = new Decoding(reader, writer);
        Set<Meaning.Change> changes = EnumSet.noneOf(Meaning.Change.class);
        for (Object datum : data) {
            Decoding.Outcome outcome = decoding.of(datum);
            if (outcome.failure() != null) {
                return "fails";
            }
            changes.addAll(outcome.changes());
        }
        return changes.isEmpty()
                ? "reads"
                : "reads something else: " + changes.toString().replaceAll("[\\[\\]]", "");
    }

    private static List<Path> folders() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema(Path folder, String side) throws IOException {
        return new Schema.Parser().parse(Files.readString(folder.resolve(side + ".avsc")));
    }

    private static Schema parse(JsonNode schema) {
        return new Schema.Parser().parse(schema.toString());
    }

    private static void same(Path file, String text) throws IOException {
        if (Boolean.getBoolean("tidings.recreate")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
