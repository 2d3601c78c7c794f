package io.tidings.compat.rule.message;

import io.tidings.compat.diff.MessageChange.Added;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A message was added to a channel or operation. */
final class MessageAdd extends Rule<Added> {

    MessageAdd() {
        super(
                Added.class,
                new RuleInfo(
                        "message-add",
                        "message",
                        "A message was added to a channel or operation",
                        new Grid("m+W", "m"),
                        Bump.MAJOR,
                        "Declare the channel open (x-tidings.open) before consumers exist, or let consumers skip what they do not know, and upgrade them first"));
    }

    @Override
    protected Grid grid(Added change) {
        if (change.at().scope().open() || change.before() == 0) {
            return new Grid("m", "m");
        }
        return change.before() == 1 ? new Grid("M", "m") : info().grid();
    }

    @Override
    protected Bump source(Added change) {
        return change.at().scope().open() ? Bump.MINOR : Bump.MAJOR;
    }

    @Override
    protected String reason(Added change) {
        return "message " + change.at().scope().message() + " is new on the channel"
                + (change.at().scope().open()
                        ? ", which is declared open"
                        : change.before() == 1
                                ? ": it carried one kind of message, so deployed consumers may take every message for that kind"
                                : ": deployed consumers do not know it");
    }
}
