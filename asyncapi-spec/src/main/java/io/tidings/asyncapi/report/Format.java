package io.tidings.asyncapi.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** For whom a report is printed. */
public enum Format {
    /** For people at a terminal. */
    TEXT,
    /** For programs: each command's own contract. */
    JSON,
    /** Static Analysis Results Interchange Format 2.1.0, for code scanning and editors. */
    SARIF,
    /** XML as test runners write it, for CI servers. */
    JUNIT,
    /** For comments on pull requests. */
    MARKDOWN,
    /** Workflow commands that GitHub shows beside the lines of a pull request. */
    GITHUB,
    /** One page that needs nothing else. */
    HTML;

    /** The format of a name as {@link #label()} gives it; empty where there is none. */
    public static Optional<Format> named(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label().equals(label))
                .findFirst();
    }

    /** The names of all formats. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Format::label).toList();
    }

    /** As users write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The whole report, its last line ended. */
    public String print(Report report) {
        return printer().of(report);
    }

    private ReportFormat printer() {
        return switch (this) {
            case TEXT -> TextReport.plain();
            case JSON -> report -> report.json().get();
            case SARIF -> new SarifReport();
            case JUNIT -> new JUnitReport();
            case MARKDOWN -> new MarkdownReport();
            case GITHUB -> new GitHubReport();
            case HTML -> new HtmlReport();
        };
    }
}
