package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;

/** AsyncAPI lets addresses end with a slash, but {@code orders/} and {@code orders} are two addresses to most brokers. */
final class AddressSlashRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("channel-no-trailing-slash", Severity.WARNING, "no address of a channel ends with a slash");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Address address : Address.of(subject)) {
            if (address.text().length() > 1 && address.text().endsWith("/")) {
                findings.add(
                        address.place(),
                        "the address '" + address.text() + "' ends with a slash",
                        "to most brokers '" + address.text().replaceFirst("/+$", "") + "' is another address");
            }
        }
    }
}
