package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.source.Node.ObjectNode;

/** Good practice: catalogues of APIs find them by their tags. In 3.x they stand in {@code info}. */
final class DocumentTagsRule implements Rule {
    private static final RuleInfo INFO = RuleInfo.recommended("document-tags", "the API has tags");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        ObjectNode holder = subject.is2()
                ? subject.written()
                : subject.written().object("info").orElse(subject.written());
        if (Subject.items(holder, "tags").isEmpty()) {
            findings.add(holder, "the API has no tags", "catalogues find it by them");
        }
    }
}
