package io.tidings.cli;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.rule.Codes;
import io.tidings.compat.rulebook.RulePages;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code tidings explain}. */
@Command(name = "explain", description = "Says what a rule means and what to do about it.")
final class ExplainCommand extends Output implements Callable<Integer> {

    @Parameters(paramLabel = "RULE", description = "The id of a rule, as findings print it.")
    private String id = "";

    @Override
    public Integer call() {
        RuleEntry rule = RuleEntry.all().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ParameterException(command(), "there is no rule \"" + id + "\"; " + near(id)));
        print(json() ? json(rule) : page(rule).map(PageText::of).orElseGet(() -> text(rule)));
        return Status.HOLDS;
    }

    private static String near(String id) {
        return DidYouMean.among(id, RuleEntry.all().stream().map(RuleEntry::id).toList())
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse("'tidings rules' lists them");
    }

    private static String json(RuleEntry rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("formatVersion", 1);
        json.putAll(rule.json());
        page(rule).ifPresent(page -> json.put("page", page));
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(json)
                + "\n";
    }

    /** In Markdown, where the rule has a page. */
    private static Optional<String> page(RuleEntry rule) {
        return switch (rule.kind()) {
            case "validation" -> Codes.of(rule.id()).map(Codes::page);
            case "compatibility" -> RulePages.of(rule.id());
            default -> Optional.empty();
        };
    }

    private static String text(RuleEntry rule) {
        StringBuilder out = new StringBuilder();
        out.append(rule.id()).append(" (").append(rule.kind()).append(")\n");
        out.append(rule.summary()).append(".\n");
        String send = rule.details().get("send");
        String receive = rule.details().get("receive");
        if (send != null && receive != null && !send.equals("-")) {
            out.append("\nWhere the application sends:    ")
                    .append(Notation.words(send))
                    .append('\n');
            out.append("Where the application receives: ")
                    .append(Notation.words(receive))
                    .append('\n');
            out.append("For generated code:             ")
                    .append(String.valueOf(rule.details().get("source")).toUpperCase(Locale.ROOT))
                    .append('\n');
        } else if (send == null) {
            out.append("\nWeight: ").append(rule.level()).append('\n');
        }
        String explanation = rule.details().get("explanation");
        if (explanation != null) {
            out.append('\n').append(explanation).append(".\n");
        }
        String hint = rule.details().get("hint");
        return hint == null
                ? out.toString()
                : out.append("\nWay out: ").append(hint).append(".\n").toString();
    }
}
