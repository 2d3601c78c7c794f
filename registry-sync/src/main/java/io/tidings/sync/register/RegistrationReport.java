package io.tidings.sync.register;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.report.Entry;
import io.tidings.asyncapi.report.Report;
import io.tidings.asyncapi.report.Report.RuleText;
import io.tidings.asyncapi.report.Report.Section;
import io.tidings.sync.plan.RegisterCode;
import io.tidings.sync.register.Outcome.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Puts what registering came to into the form that all formats print. */
public final class RegistrationReport {
    private RegistrationReport() {}

    /**
     * A report.
     *
     * @param documents in the order in which they were named
     */
    public static Report of(List<Path> documents, RegistrationResult result) {
        List<Section> sections = documents.stream()
                .map(Path::toString)
                .map(document -> new Section(
                        document,
                        result.remarks().stream()
                                .filter(remark -> remark.document().equals(document))
                                .map(remark -> Entry.of(remark.diagnostic()))
                                .toList()))
                .toList();
        return new Report(
                "register",
                "Registration of schemas",
                sections,
                lines(result),
                result.holds(),
                Severity.ERROR,
                summary(result),
                code -> RegisterCode.of(code).map(known -> new RuleText(known.summary(), known.explanation() + ".")),
                Report.Sources.FILES,
                () -> RegistrationJson.of(result));
    }

    /** What became of each schema, one line each. */
    public static List<String> lines(RegistrationResult result) {
        List<String> lines = new ArrayList<>();
        for (Outcome outcome : result.outcomes()) {
            String where = outcome.id() == null ? "" : " (id " + outcome.id() + version(outcome) + ")";
            lines.add(outcome.state().label() + ": " + outcome.planned().subject() + where);
        }
        return lines;
    }

    /** The result in one line. */
    public static String summary(RegistrationResult result) {
        String counts = Arrays.stream(State.values())
                .filter(state -> result.count(state) > 0)
                .map(state -> result.count(state) + " " + state.label())
                .collect(Collectors.joining(", "));
        String said = counts.isEmpty() ? "no schemas" : counts;
        if (result.failure() != null) {
            return "FAIL: " + said + "; the registry stopped answering: " + result.failure()
                    + ". Register again: what is there stays as it is";
        }
        return result.holds() ? said : "FAIL: " + said;
    }

    private static String version(Outcome outcome) {
        return outcome.version() == null ? "" : ", version " + outcome.version();
    }
}
