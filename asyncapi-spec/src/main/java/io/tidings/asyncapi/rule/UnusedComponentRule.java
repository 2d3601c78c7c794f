package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;
import java.util.Set;

/** An INFO for each component that nothing refers to. Schemas that define Avro names are used by name and not looked at. */
final class UnusedComponentRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo("unused-component", Severity.INFO, "every component is used");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        ObjectNode root = subject.written();
        // A document without channels is a library of components for others.
        if (subject.document().channels().isEmpty()) {
            return;
        }
        Set<String> used = subject.references().pointersInto(subject.document().file());
        for (Member kind :
                root.object("components").map(c -> c.members().values()).orElse(List.of())) {
            if (kind.name().startsWith("x-")
                    || namedIn2(subject, kind)
                    || !(kind.value() instanceof ObjectNode components)) {
                continue;
            }
            for (Member component : components.members().values()) {
                if (!used.contains(component.value().pointer())
                        && !component.name().startsWith("x-")
                        && !named(component)) {
                    findings.add(
                            component,
                            "nothing refers to the component '" + component.name() + "'",
                            "remove it if it is not meant for others");
                }
            }
        }
    }

    /** In 2.x, servers and operations name security schemes; they do not refer to them. */
    private static boolean namedIn2(Subject subject, Member kind) {
        return kind.name().equals("securitySchemes")
                && subject.document().specVersion().startsWith("2.");
    }

    private static boolean named(Member component) {
        return component.value() instanceof ObjectNode node
                && (node.string("schemaFormat").orElse("").contains("avro")
                        || node.string("$ref").orElse("").endsWith(".avsc"));
    }
}
