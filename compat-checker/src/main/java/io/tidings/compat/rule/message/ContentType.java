package io.tidings.compat.rule.message;

import io.tidings.compat.diff.MessageChange.ContentTypeChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The content type of a message changed. */
final class ContentType extends Rule<ContentTypeChanged> {

    ContentType() {
        super(
                ContentTypeChanged.class,
                new RuleInfo(
                        "content-type",
                        "message",
                        "The content type of a message changed",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Add a message with the new content type instead"));
    }

    @Override
    protected String reason(ContentTypeChanged change) {
        return "the content type changed from " + change.from() + " to " + change.to()
                + ": deployed readers decode the old one";
    }
}
