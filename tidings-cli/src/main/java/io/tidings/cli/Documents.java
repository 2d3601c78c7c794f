package io.tidings.cli;

import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.report.JsonReport;
import io.tidings.asyncapi.report.TextReport;
import java.util.List;

/**
 * Prints what reading documents said.
 *
 * @param json for programs, not for people
 */
record Documents(boolean json) {

    String report(List<ReadResult> results) {
        return json ? JsonReport.of(results) : TextReport.plain().of(results);
    }
}
