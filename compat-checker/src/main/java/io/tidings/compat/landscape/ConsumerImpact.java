package io.tidings.compat.landscape;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a new version of another service means to one that talks to it.
 *
 * @param upgrade when to adopt the new version
 * @param findings what speaks for the outcome
 */
public record ConsumerImpact(Service service, Outcome outcome, Upgrade upgrade, List<Told> findings) {

    /** Whether it goes on working. */
    public enum Outcome {
        /** Something that works now will not. */
        BREAKS,
        /** Something does not work, with the version before either. */
        BROKEN_BEFORE,
        /** It uses what changed, and goes on working. */
        HOLDS,
        /** It uses the service, and nothing of what changed. */
        UNTOUCHED,
        /** It shares no channel with the service. */
        STRANGER;

        /** As reports print it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** When a consumer should adopt the new version. */
    public enum Upgrade {
        /** Before or after the owner. */
        ANY,
        /** Before the owner: as it is, it breaks. */
        BEFORE,
        /** After the owner: what it would become does not work with the version before. */
        AFTER,
        /** Neither order works. */
        TOGETHER;

        /** As reports print it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a finding means here. */
    public enum Meaning {
        /** New with this version. */
        BREAKS,
        /** So it is with the version before, too. */
        BEFORE,
        /** New, and no reason to break. */
        WARNS
    }

    /**
     * Something to say of the consumer.
     *
     * @param rule the id of a rule of the landscape, or of the gate
     * @param hint the way out
     */
    public record Told(LandscapeFinding finding, String rule, String hint, Meaning meaning) {
        static Told of(LandscapeFinding finding, Meaning meaning) {
            return new Told(finding, finding.rule().id(), finding.rule().hint(), meaning);
        }
    }

    public ConsumerImpact {
        findings = List.copyOf(findings);
    }

    /** The first thing that breaks. */
    public Optional<Told> worst() {
        return findings.stream()
                .filter(told -> told.meaning() == Meaning.BREAKS)
                .findFirst();
    }
}
