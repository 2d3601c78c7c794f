package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.ChannelChange.KeyRenamed;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** Only the key of a channel in the document changed. */
final class ChannelKey extends Rule<KeyRenamed> {

    ChannelKey() {
        super(
                KeyRenamed.class,
                new RuleInfo(
                        "channel-key",
                        "channel",
                        "Only the key of a channel in the document changed",
                        new Grid("p", "p"),
                        Bump.MAJOR,
                        "Pin the name in generated code with x-tidings.name"));
    }

    @Override
    protected String reason(KeyRenamed change) {
        return "the channel is called " + change.to() + " now, it was " + change.from() + ": its address is the same";
    }
}
