package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names that differ in case only count as one, since file systems take the generated classes for one. */
final class CodeNameUniquenessRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "tidings-name-uniqueness", Severity.ERROR, "no two things of a kind have the same name in generated code");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Map<String, CodeNames.Name> seen = new HashMap<>();
        for (CodeNames.Name name : CodeNames.of(subject)) {
            String text = name.place().text().orElse("");
            CodeNames.Name earlier = seen.putIfAbsent(name.scope() + ' ' + text.toLowerCase(Locale.ROOT), name);
            if (earlier != null && earlier.place() != name.place() && !oneView(earlier, name)) {
                findings.add(
                        name.place(),
                        "another " + name.scope() + " is called '"
                                + earlier.place().text().orElse("") + "' too",
                        "give each a name of its own",
                        earlier.place().location(),
                        "first here");
            }
        }
    }

    /** Several operations may feed one view. */
    private static boolean oneView(CodeNames.Name earlier, CodeNames.Name name) {
        return name.scope().equals(CodeNames.VIEW)
                && earlier.place().text().equals(name.place().text());
    }
}
