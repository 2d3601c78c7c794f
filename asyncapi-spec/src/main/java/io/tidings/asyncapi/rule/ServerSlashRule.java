package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;

/** A slash at the end of a server's address doubles when a channel's address that begins with one is appended. */
final class ServerSlashRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "server-no-trailing-slash", Severity.WARNING, "the address of a server does not end with a slash");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (ObjectNode server : subject.all("Server")) {
            for (Node address : ServerVariablesRule.addresses(server)) {
                String text = address.text().orElse("");
                if (text.endsWith("/")) {
                    findings.add(address, "'" + text + "' ends with a slash", "remove it");
                }
            }
        }
    }
}
