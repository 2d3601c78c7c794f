package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;

/** {@code x-tidings.name} and the view of a replica become names in Java: one that Java does not take is adapted, and nobody finds it where it was written. */
final class CodeNameRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("tidings-name", Severity.WARNING, "a name for generated code is a Java identifier");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        CodeNames.of(subject).forEach(name -> {
            String text = name.place().text().orElse("");
            if (!CodeNames.useful(text)) {
                findings.add(
                        name.place(),
                        "'" + text + "' holds neither letter nor digit: nothing can be called so, and it is left out",
                        "say what generated code should call it, or remove the field");
            } else if (!CodeNames.legal(text)) {
                findings.add(
                        name.place(),
                        "'" + text + "' is no Java identifier",
                        "letters and digits, not beginning with a digit, and no keyword");
            }
        });
    }
}
