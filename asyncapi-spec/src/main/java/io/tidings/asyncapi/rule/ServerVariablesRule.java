package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Server;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** AsyncAPI 3.0, Server Object: variables in {@code host} and {@code pathname} are substituted from {@code variables}. */
final class ServerVariablesRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "server-variables", Severity.ERROR, "every variable in the host or path of a server is declared");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    @Override
    public void check(Subject subject, Findings findings) {
        for (Server server : subject.document().servers().values()) {
            Set<String> declared = server.node()
                    .object("variables")
                    .map(variables -> variables.members().keySet())
                    .orElse(Set.of());
            for (String field : List.of("host", "pathname")) {
                Matcher matcher = VARIABLE.matcher(server.node().string(field).orElse(""));
                while (matcher.find()) {
                    if (!declared.contains(matcher.group(1))) {
                        findings.add(
                                server.node().get(field).orElse(server.node()),
                                "the variable '" + matcher.group(1) + "' is not declared",
                                DidYouMean.among(matcher.group(1), declared)
                                        .map(near -> "did you mean '" + near + "'?")
                                        .orElse("declare it in 'variables'"));
                    }
                }
            }
        }
    }
}
