package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;

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
        for (Address address : Address.of(subject)) {
            // Within braces stands a parameter's name, which may be anything.
            String text = address.text().replaceAll("\\{[^}]*}", "");
            if (text.contains("?") || text.contains("#")) {
                findings.add(
                        address.place(),
                        "the address has a " + (text.contains("?") ? "query" : "fragment"),
                        "say it in the bindings of the channel");
            }
        }
    }
}
