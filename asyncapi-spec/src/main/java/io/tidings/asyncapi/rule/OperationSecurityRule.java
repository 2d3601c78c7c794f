package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;

/** AsyncAPI 2.6, Security Requirement Object, of operations. */
final class OperationSecurityRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "operation-security", Severity.ERROR, "an operation requires security schemes and scopes that exist");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        SecurityRequirements requirements = new SecurityRequirements(subject, findings);
        requirements.check("Operation");
        requirements.check("OperationTrait");
    }
}
