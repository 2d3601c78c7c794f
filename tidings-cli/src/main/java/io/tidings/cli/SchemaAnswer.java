package io.tidings.cli;

import io.tidings.compat.avro.AvroReader;
import io.tidings.compat.avro.ReadFinding;
import io.tidings.compat.avro.ReadRule.Weight;
import io.tidings.compat.avro.ReadVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether one schema reads what another writes, of whatever kind.
 *
 * @param resolves whether what is written is read, whatever it comes to mean
 * @param compatible whether it means the same, too
 */
record SchemaAnswer(boolean resolves, boolean compatible, List<Entry> findings) {

    /**
     * One thing that speaks against it, or that one should know.
     *
     * @param writerPath the place by the writer's names
     * @param witness a value that is written and refused, as JSON; null where none is known
     */
    record Entry(
            String rule,
            boolean warning,
            String path,
            String writerPath,
            String message,
            @Nullable String witness) {}

    SchemaAnswer {
        findings = List.copyOf(findings);
    }

    /**
     * Judges two texts.
     *
     * @param kind null to tell it by what stands in them
     */
    static SchemaAnswer of(
            @Nullable SchemaKind kind, String reader, String readerName, String writer, String writerName) {
        SchemaKind known = kind == null ? SchemaKind.of(reader, readerName, writer, writerName) : kind;
        return known == SchemaKind.JSON
                ? JsonSchemaFiles.judge(reader, readerName, writer, writerName)
                : of(AvroReader.judge(SchemaFile.parse(reader, readerName), SchemaFile.parse(writer, writerName)));
    }

    private static SchemaAnswer of(ReadVerdict verdict) {
        return new SchemaAnswer(
                verdict.resolves(),
                verdict.compatible(),
                verdict.findings().stream().map(SchemaAnswer::entry).toList());
    }

    private static Entry entry(ReadFinding finding) {
        return new Entry(
                finding.rule().id(),
                finding.rule().weight() == Weight.WARNING,
                finding.path(),
                finding.writerPath(),
                finding.message(),
                null);
    }

    /** Whether the command is content. */
    boolean holds(boolean strict) {
        return compatible && !(strict && findings.stream().anyMatch(Entry::warning));
    }
}
