package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import java.util.Objects;

/** A channel that carried one kind of message until now: its receivers may take every message for that kind. */
final class SingleKind {

    private SingleKind() {}

    /** An unknown message breaks those who never had to tell messages apart; to the others it is a warning. */
    static LandscapeFinding weighed(LandscapeFinding finding, Pair then) {
        boolean unknown = finding.rule() == SystemRule.SYSTEM_MESSAGE_UNKNOWN && finding.severity() == Severity.WARNING;
        if (!unknown || then.links().stream().noneMatch(link -> single(link, finding, then))) {
            return finding;
        }
        return new LandscapeFinding(
                finding.rule(),
                Severity.ERROR,
                finding.channel(),
                finding.message(),
                finding.path(),
                finding.reason(),
                finding.spots());
    }

    private static boolean single(Link link, LandscapeFinding finding, Pair then) {
        return link.receiver().service().is(then.consumer())
                && Objects.equals(link.channel(), finding.channel())
                && link.sender().channel().messages().size() == 1
                && link.receiver().channel().messages().size() == 1;
    }
}
