package io.tidings.compat;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.CheckReport.Verdict;
import io.tidings.compat.rule.Bump;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is said of a document that has no earlier version: nobody relies on it yet, and any version keeps its promise. */
final class FirstVersion {

    private FirstVersion() {}

    static CheckReport of(AsyncApiDocument head, List<String> notes) {
        String version = head.info().version();
        return new CheckReport(
                new CheckReport.Head(head.file(), version),
                List.of(),
                Bump.NONE,
                Bump.NONE,
                null,
                Verdict.PASS,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "PASS: " + Path.of(head.file()).getFileName() + " " + version + " is a first version",
                Map.of(),
                notes);
    }
}
