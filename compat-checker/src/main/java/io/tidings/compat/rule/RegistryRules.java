package io.tidings.compat.rule;

import java.util.List;

/** Rules about what registries hold and allow. */
public final class RegistryRules {

    public static final RuleInfo WOULD_REFUSE = RuleInfo.ofGate(
            "registry-would-refuse",
            "registry",
            "The registry would refuse a schema, by the compatibility level of its subject, that does not break here",
            "Change the schema so that the level is kept, or have the level changed: FORWARD is what a sender promises");
    public static final RuleInfo BREAKS = RuleInfo.ofGate(
            "registry-breaks",
            "registry",
            "A change breaks what a registry holds, and the version does not begin a major",
            "Begin a major (2.0.0) with subjects of its own, or undo the changes marked MAJOR");

    static final List<RuleInfo> ALL = List.of(WOULD_REFUSE, BREAKS);

    private RegistryRules() {}
}
