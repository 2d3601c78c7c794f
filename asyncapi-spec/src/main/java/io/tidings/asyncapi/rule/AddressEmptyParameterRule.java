package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;

/** A parameter in an address has a name between its braces. */
final class AddressEmptyParameterRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "channel-no-empty-parameter", Severity.WARNING, "no parameter in an address is without a name");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Address address : Address.of(subject)) {
            if (address.text().contains("{}")) {
                findings.add(
                        address.place(),
                        "'{}' in the address '" + address.text() + "' has no name",
                        "name the parameter and declare it in 'parameters'");
            }
        }
    }
}
