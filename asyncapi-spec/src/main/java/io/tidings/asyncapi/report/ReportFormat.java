package io.tidings.asyncapi.report;

/** Turns reports into text of one kind. Without state. */
@FunctionalInterface
interface ReportFormat {
    /** The whole report, its last line ended. */
    String of(Report report);
}
