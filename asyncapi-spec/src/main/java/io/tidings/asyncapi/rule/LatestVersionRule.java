package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;

/** An INFO, where asked for, that there is a newer version of the specification. */
final class LatestVersionRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "latest-version",
            Severity.INFO,
            "the document follows the newest version of the specification",
            RuleInfo.Standing.RECOMMENDED);
    private static final String NEWEST = "3.1.0";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        String version = subject.document().specVersion();
        if (!version.equals(NEWEST)) {
            findings.add(
                    subject.written().get("asyncapi").orElse(subject.written()),
                    "AsyncAPI " + NEWEST + " is newer than " + version,
                    subject.is2() ? "3.x keeps channels, messages and operations apart" : "write '" + NEWEST + "'");
        }
    }
}
