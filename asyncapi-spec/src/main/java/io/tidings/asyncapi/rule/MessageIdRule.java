package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.source.Node.ObjectNode;

/** Good practice in 2.4 and newer: a message without an id has no name that is unique in the document. */
final class MessageIdRule implements Rule {
    private static final RuleInfo INFO = RuleInfo.recommended("message-messageId", "a message has a 'messageId'");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        String version = subject.document().specVersion();
        // The field exists since 2.4.0.
        if (!subject.is2() || version.compareTo("2.4.0") < 0) {
            return;
        }
        for (ObjectNode message : subject.all("Message")) {
            boolean alternatives = message.get("oneOf").isPresent();
            if (!alternatives && UniqueIds.given(subject, message, "messageId") == null) {
                findings.add(message, "this message has no 'messageId'", "add one: generated code is named after it");
            }
        }
    }
}
