package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.ChannelChange.ParameterRenamed;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** Only the name of a parameter changed. */
final class ChannelParameterRename extends Rule<ParameterRenamed> {

    ChannelParameterRename() {
        super(
                ParameterRenamed.class,
                new RuleInfo(
                        "channel-parameter-rename",
                        "channel",
                        "Only the name of a parameter in the address of a channel changed",
                        new Grid("p", "p"),
                        Bump.MAJOR,
                        "Keep the name where others compile against generated clients"));
    }

    @Override
    protected String reason(ParameterRenamed change) {
        return "parameter " + change.from() + " is called " + change.to() + " now: the addresses are the same";
    }
}
