package io.tidings.compat.rule;

import io.tidings.compat.diff.MessageChange.Removed;

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
    String reason(Removed change) {
        return "message " + change.at().scope().message() + " is gone from the channel: records of it may still come";
    }
}
