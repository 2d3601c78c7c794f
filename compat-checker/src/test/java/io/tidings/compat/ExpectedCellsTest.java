package io.tidings.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.compat.CellTables.Cell;
import io.tidings.compat.CellTables.Row;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.rule.Axis;
import io.tidings.compat.rule.Bump;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What each change requires is what people derived from theory, for every role, retention, axis and version. */
class ExpectedCellsTest {

    /** The laws above the tables are held for one row of so many; for all with 1. */
    private static final int EVERY = Integer.getInteger("tidings.cells.every", 6);

    @TempDir
    private Path directory = Path.of("");

    @TestFactory
    Stream<DynamicTest> cells() {
        return CellTables.all().stream().map(row -> DynamicTest.dynamicTest(row.toString(), () -> obey(row)));
    }

    private void obey(Row row) throws IOException {
        Cell kept = row.sentKept();
        Cell received = row.received();
        List<String> wrong = new ArrayList<>();
        for (String role : List.of("send", "receive")) {
            boolean sends = "send".equals(role);
            UnaryOperator<CellDocument> inRole = document -> document.role(role);
            wrong.addAll(held(row, role, role, sends ? kept : received, inRole));
            wrong.addAll(held(
                    row,
                    role + ", transient",
                    role,
                    sends ? row.sentTransient() : received,
                    inRole.andThen(document -> document.retention("transient"))::apply));
        }
        if (Math.floorMod(row.toString().hashCode(), EVERY) != 0) {
            assertThat(wrong).as("%s", row).isEmpty();
            return;
        }
        if (!row.part(true, "send").containsKey("operations")) {
            wrong.addAll(otherRoles(row));
        }
        if (CellDocument.aboutMessagesOnly(row.part(true, "send"))) {
            wrong.addAll(otherRetentions(row));
            wrong.addAll(otherVersion(row));
        }
        assertThat(wrong).as("%s", row).isEmpty();
    }

    /** By the laws that stand above the tables. */
    private List<String> otherRoles(Row row) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (boolean stays : List.of(true, false)) {
            Cell sent = stays ? row.sentKept() : row.sentTransient();
            Cell received = row.received();
            Cell larger = sent.bump().compareTo(received.bump()) > 0 ? sent : received;
            for (String role : List.of("both", "none", "sendsReply", "receivesReply")) {
                Cell expected = switch (role) {
                    case "sendsReply" -> sent;
                    case "receivesReply" -> received;
                    default -> new Cell(larger.bump(), false);
                };
                wrong.addAll(held(
                        row,
                        role + (stays ? "" : ", transient"),
                        "send",
                        new Cell(expected.bump(), false),
                        document -> stays
                                ? document.role(role)
                                : document.role(role).retention("transient")));
            }
        }
        return wrong;
    }

    private List<String> otherRetentions(Row row) throws IOException {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(held(
                row,
                "send, compacted",
                "send",
                row.sentKept(),
                document -> document.role("send").retention("compacted")));
        wrong.addAll(held(
                row,
                "send, compacted by Kafka",
                "send",
                row.sentKept(),
                document -> document.role("send").compactedByKafka()));
        wrong.addAll(held(
                row,
                "send, transient over Kafka",
                "send",
                row.sentTransient(),
                document -> document.role("send").compactedByKafka().retention("transient")));
        return wrong;
    }

    private List<String> otherVersion(Row row) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String role : List.of("send", "receive")) {
            Cell cell = "send".equals(role) ? row.sentKept() : row.received();
            if (!"The key of a message".equals(row.section())) { // there is none in 2.6
                wrong.addAll(held(row, role + ", 2.6", role, cell, document -> document.in26(role)));
            }
            if (!"Several messages".equals(row.section())) {
                wrong.addAll(held(
                        row,
                        role + ", beside another message",
                        role,
                        cell,
                        document -> document.role(role).withBystander()));
            }
        }
        return wrong;
    }

    private List<String> held(Row row, String variant, String action, Cell cell, UnaryOperator<CellDocument> complete)
            throws IOException {
        CellDocument before = complete.apply(new CellDocument(row.part(true, action)));
        CellDocument after = complete.apply(new CellDocument(row.part(false, action)));
        var head = after.read(directory.resolve("new.json"));
        List<BaseDocument> bases =
                List.of(new BaseDocument("base", before.read(directory.resolve("old.json")), UnaryOperator.identity()));
        CheckReport wire = Compatibility.checkDocuments(bases, head, new CheckOptions(Axis.WIRE, false));
        List<String> wrong = new ArrayList<>();
        if (wire.required() != cell.bump()) {
            wrong.add("%s: requires %s, expected %s%s".formatted(variant, wire.required(), cell.bump(), told(wire)));
        }
        // The axis does not depend on the rest of the variant.
        if (List.of("send", "receive").contains(variant)) {
            Bump source = row.sourceBreaks() ? Bump.MAJOR : cell.bump();
            CheckReport both = Compatibility.checkDocuments(bases, head, new CheckOptions(Axis.BOTH, false));
            if (both.required() != source) {
                wrong.add("%s: both axes require %s, expected %s%s"
                        .formatted(variant, both.required(), source, told(both)));
            }
        }
        if (cell.warned() && wire.findings().stream().noneMatch(Finding::warning)) {
            wrong.add("%s: no warning%s".formatted(variant, told(wire)));
        }
        return wrong;
    }

    private static String told(CheckReport report) {
        return report.findings().stream()
                .filter(finding ->
                        finding.impact().wire() != Bump.NONE || finding.impact().source() != Bump.NONE)
                .map(finding -> "%n    %s %s %s: %s"
                        .formatted(finding.rule(), finding.impact(), finding.path(), finding.reason()))
                .reduce("", String::concat);
    }
}
