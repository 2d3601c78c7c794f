package io.tidings.compat.rule.message;

import io.tidings.compat.diff.MessageChange.Removed;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A message was removed from a channel or operation. */
final class MessageRemove extends Rule<Removed> {

    MessageRemove() {
        super(
                Removed.class,
                new RuleInfo(
                        "message-remove",
                        "message",
                        "A message was removed from a channel or operation",
                        new Grid("m+W/M", "M"),
                        Bump.MAJOR,
                        "Keep the message in the document until nobody sends it and retained records of it are gone"));
    }

    @Override
    protected String reason(Removed change) {
        return "message " + change.at().scope().message() + " is gone from the channel: records of it may still come";
    }
}
