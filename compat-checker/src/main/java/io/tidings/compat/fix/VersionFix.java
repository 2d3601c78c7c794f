package io.tidings.compat.fix;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.TextEdit;
import io.tidings.compat.CheckReport;
import io.tidings.compat.Finding;
import io.tidings.compat.version.SemanticVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes a version into {@code info.version} of a document, and touches no other byte of it. */
public final class VersionFix {

    private static final List<String> VERSION = List.of("info", "version");

    private VersionFix() {}

    /** What came of it. */
    public sealed interface Result {}

    /**
     * The file says the version now.
     *
     * @param place where
     */
    public record Written(String before, SemanticVersion version, Location place) implements Result {}

    /**
     * The file is as it was.
     *
     * @param reason why, in one sentence without a full stop
     * @param place where the reason stands
     */
    public record Refused(String reason, Location place) implements Result {}

    /** The version to write after a check; empty where the one in the document will do, or nothing can be suggested. */
    public static Optional<SemanticVersion> wanted(CheckReport report) {
        boolean wrong = report.findings().stream().anyMatch(VersionFix::isWrong);
        return wrong
                ? Optional.ofNullable(report.suggested())
                        .filter(version ->
                                !version.toString().equals(report.head().version()))
                : Optional.empty();
    }

    /** A version that rose too far was perhaps meant to: that is a warning, and stays. */
    private static boolean isWrong(Finding finding) {
        return finding.rule().startsWith("version-") && !finding.warning();
    }

    /**
     * Writes a version into a document's file, all at once: whoever reads it sees the former file or the new one.
     *
     * @param head the document as it was checked
     * @throws IOException if the file cannot be read or written; then it is as it was
     */
    public static Result write(AsyncApiDocument head, SemanticVersion version) throws IOException {
        Path file = Path.of(head.file());
        byte[] bytes = Files.readAllBytes(file);
        TextEdit.Result edit = TextEdit.replace(bytes, head.file(), VERSION, version.toString());
        if (edit instanceof TextEdit.Refused refused) {
            return new Refused(refused.reason(), refused.place());
        }
        TextEdit.Edited edited = (TextEdit.Edited) edit;
        if (!edited.before().equals(head.info().version())) {
            return new Refused("the file has changed since it was checked", edited.place());
        }
        WholeFile.replace(file, edited.content());
        return new Written(edited.before(), version, edited.place());
    }
}
