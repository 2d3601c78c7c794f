package io.tidings.asyncapi.report;

import io.tidings.asyncapi.diagnostic.Diagnostic.Related;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.report.Report.RuleText;
import io.tidings.asyncapi.report.Report.Section;
import io.tidings.asyncapi.source.Location;
import java.util.List;
import java.util.Optional;

/** A report in which everything means harm: to the terminal, to the reader, to the parser, to the log. */
final class Hostile {
    static final String FILE = "specs/a, b: 100% 'of' \"it\" <&> \u65e5\u672c.yaml";
    static final String MESSAGE = "'<script>alert(\"&\")</script>' ]]> ::error::x %0A | `` ` **@octocat** #1 [a](b) "
            + "\u001b[31mred\n::set-output name=x::y\r\t\u202Elive\u2066 \ud83d\ude80 \ud800 \u0000 ##[add-mask]z";
    private static final List<String> LINES = List.of(
            "plain: value",
            "\ttab: \"quoted \\\" text\" # after",
            "\u65e5\u672c\u8a9e: '\u540d\u524d' e\u0301le\u0301ment \ud83d\ude80rocket",
            "bidi: \u202Erotide\u2066 # \u001b[31m ]]> </pre> ```` `x` <mark>",
            "x".repeat(300) + ": \"far\" " + "\u65e5".repeat(300),
            "");

    private Hostile() {}

    static Report report() {
        Entry worst = entry(Severity.ERROR, MESSAGE, at(2, 7), "do <b>not</b>\nfollow `this` | or ::that::");
        Entry wide = new Entry(
                "wide-<code>",
                Severity.WARNING,
                "MAJOR, warning",
                "wide",
                at(3, 7),
                "/\u65e5\u672c~1\"",
                "channel ::a::, \"b\" <c>",
                null,
                List.of(new Related(at(4, 7), "a <related> \u202Eplace"), new Related(at(9, 9), "beyond the end")));
        Entry far = entry(Severity.WARNING, "far out", at(5, 303), null);
        Entry rocket = entry(Severity.INFO, "a pair of surrogates", at(3, 21), null);
        Entry end = entry(Severity.INFO, "below the last line", at(6, 1), null);
        Entry elsewhere = entry(Severity.ERROR, "gone", new Location("git:HEAD~1:specs/a b.yaml", 3, 4), "put it back");
        return new Report(
                "validate",
                "Validation of <things>",
                List.of(
                        new Section(FILE, List.of(worst, wide, far, rocket, end)),
                        new Section("other.yaml", List.of(rocket, elsewhere)),
                        new Section("clean.yaml", List.of())),
                List.of("::warning::a note with <b>", "Upgrade ##[group] first"),
                false,
                Severity.ERROR,
                "3 files: 2 invalid & <more>",
                code -> Optional.of(new RuleText("Nothing is <far> out", "Come `nearer`"))
                        .filter(rule -> code.equals("far-out")),
                () -> SourceLines.ofFiles().with(FILE, "\uFEFF" + String.join("\r\n", LINES)),
                () -> "{}\n");
    }

    private static Entry entry(
            Severity severity, String message, Location place, @org.jspecify.annotations.Nullable String hint) {
        String code = message.equals("far out") ? "far-out" : "code-" + severity.label();
        return new Entry(code, severity, severity.label(), message, place, "/a", null, hint, List.of());
    }

    private static Location at(int line, int column) {
        return new Location(FILE, line, column);
    }
}
