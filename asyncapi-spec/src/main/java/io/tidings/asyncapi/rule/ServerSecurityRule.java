package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;

/** AsyncAPI 2.6, Security Requirement Object, of servers. */
final class ServerSecurityRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("server-security", Severity.ERROR, "a server requires security schemes and scopes that exist");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        new SecurityRequirements(subject, findings).check("Server");
    }
}
