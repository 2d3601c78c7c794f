package io.tidings.cli;

import io.tidings.asyncapi.rule.Code;
import io.tidings.asyncapi.rule.Codes;
import io.tidings.compat.avro.ReadRule;
import io.tidings.compat.landscape.SystemRule;
import io.tidings.compat.policy.PolicyCode;
import io.tidings.compat.rule.BaseRules;
import io.tidings.compat.rule.RuleInfo;
import io.tidings.compat.rulebook.Rules;
import io.tidings.sync.plan.RegisterCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A rule of any of the libraries, for listing.
 *
 * @param kind {@code compatibility}, {@code landscape}, {@code policy}, {@code reading}, {@code registration} or {@code
 *     validation}: which command speaks of it
 * @param level how much it weighs: a severity, or the impact on the wire by role
 * @param details what else is known of it, by name
 */
record RuleEntry(String id, String kind, String level, String summary, Map<String, String> details) {

    /** All rules, by kind and then by id. */
    static List<RuleEntry> all() {
        List<RuleEntry> rules = new ArrayList<>();
        Codes.all().forEach(code -> rules.add(validation(code)));
        Rules.all().forEach(rule -> rules.add(compatibility(rule)));
        rules.add(compatibility(BaseRules.UNUSABLE));
        for (ReadRule rule : ReadRule.values()) {
            String weight = rule.weight().name().toLowerCase(Locale.ROOT);
            rules.add(new RuleEntry(rule.id(), "reading", weight, rule.summary(), Map.of()));
        }
        for (PolicyCode code : PolicyCode.values()) {
            rules.add(new RuleEntry(code.id(), "policy", "error", code.summary(), Map.of()));
        }
        for (RegisterCode code : RegisterCode.values()) {
            String weight = code.severity().label();
            rules.add(new RuleEntry(
                    code.id(), "registration", weight, code.summary(), Map.of("explanation", code.explanation())));
        }
        for (SystemRule rule : SystemRule.values()) {
            rules.add(new RuleEntry(
                    rule.id(),
                    "landscape",
                    rule.severity().label(),
                    rule.summary(),
                    Map.of("explanation", rule.explanation(), "hint", rule.hint())));
        }
        // The first word of each kind is also its place: compatibility, landscape, policy,
        // reading, registration, validation.
        rules.sort(Comparator.comparing(RuleEntry::kind).thenComparing(RuleEntry::id));
        return rules;
    }

    private static RuleEntry validation(Code code) {
        String setting = switch (code.kind()) {
            case STRUCTURE, FIRM_RULE -> "always";
            case RULE -> "on";
            case RECOMMENDED_RULE -> "off";
        };
        return new RuleEntry(
                code.id(), "validation", code.severity().label(), code.summary(), Map.of("default", setting));
    }

    private static RuleEntry compatibility(RuleInfo rule) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("area", rule.area());
        details.put("send", rule.grid().send());
        details.put("receive", rule.grid().receive());
        details.put("source", rule.source().label());
        details.put("hint", rule.hint());
        String level = rule.grid().send().equals("-")
                ? "gate"
                : "send " + rule.grid().send() + ", receive " + rule.grid().receive();
        return new RuleEntry(rule.id(), "compatibility", level, rule.summary(), details);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("kind", kind);
        json.put("level", level);
        json.put("summary", summary);
        json.putAll(details);
        return json;
    }
}
