package io.tidings.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code tidings rules}. */
@Command(
        name = "rules",
        description = "Lists all rules.",
        footer = {
            "",
            "Impact on the wire by role: M MAJOR, m MINOR, p PATCH, W with a warning; a/b on a transient/retained"
                    + " channel.",
            "Of validation: ! cannot be switched off, ? only with --recommended or where the settings ask for it."
        })
final class RulesCommand extends Output implements Callable<Integer> {

    @Override
    public Integer call() {
        List<RuleEntry> rules = RuleEntry.all();
        print(json() ? json(rules) : text(rules));
        return Status.HOLDS;
    }

    private static String json(List<RuleEntry> rules) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("formatVersion", 1);
        json.put("rules", rules.stream().map(RuleEntry::json).toList());
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(json)
                + "\n";
    }

    private static String text(List<RuleEntry> rules) {
        int id = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
        int level = rules.stream().mapToInt(rule -> rule.level().length()).max().orElse(0);
        StringBuilder out = new StringBuilder();
        String kind = "";
        for (RuleEntry rule : rules) {
            if (!rule.kind().equals(kind)) {
                kind = rule.kind();
                out.append(out.isEmpty() ? "" : "\n").append(kind).append('\n');
            }
            out.append("  ").append(padded(rule.id(), id)).append("  ");
            // What is always said cannot be switched off, what is off can be asked for.
            out.append(padded(rule.level() + mark(rule), level + 1))
                    .append(" ")
                    .append(rule.summary())
                    .append('\n');
        }
        return out.toString();
    }

    private static String mark(RuleEntry rule) {
        return switch (rule.details().getOrDefault("default", "on")) {
            case "always" -> "!";
            case "off" -> "?";
            default -> "";
        };
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
