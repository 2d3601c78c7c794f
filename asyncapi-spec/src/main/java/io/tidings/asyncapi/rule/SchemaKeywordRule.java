package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;

/** JSON Schema lets unknown keywords pass, and they say nothing: an INFO where one is nearly a keyword. */
final class SchemaKeywordRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("schema-keyword", Severity.INFO, "a schema has no word that is nearly a keyword");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        subject.schemas().nearMisses().forEach(findings::add);
    }
}
