package io.tidings.compat.avro;

import java.util.List;

/**
 * Whether a reader can read what a writer wrote.
 *
 * @param resolves by schema resolution as the Avro specification 1.12 defines it, names included, logical types ignored
 * @param compatible resolves, Java's decoder agrees, and logical types agree; values may still change where a finding
 *     warns
 * @param findings in the order of the reader's schema
 */
public record ReadVerdict(boolean resolves, boolean compatible, List<ReadFinding> findings) {
    public ReadVerdict {
        findings = List.copyOf(findings);
    }
}
