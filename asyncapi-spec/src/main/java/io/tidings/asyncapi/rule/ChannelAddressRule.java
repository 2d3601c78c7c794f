package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;

/** AsyncAPI 3.0, Channel Object: {@code address} must not carry query parameters or fragments, which belong to bindings. */
final class ChannelAddressRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "channel-no-query-nor-fragment", Severity.ERROR, "the address of a channel has no query and no fragment");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Channel channel : subject.document().channels().values()) {
            // Within braces stands a parameter's name, which may be anything.
            String address = channel.address() == null ? "" : channel.address().replaceAll("\\{[^}]*}", "");
            if (address.contains("?") || address.contains("#")) {
                findings.add(
                        channel.node().get("address").orElse(channel.node()),
                        "the address has a " + (address.contains("?") ? "query" : "fragment"),
                        "say it in the bindings of the channel");
            }
        }
    }
}
