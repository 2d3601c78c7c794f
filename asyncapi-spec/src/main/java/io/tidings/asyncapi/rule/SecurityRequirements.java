package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The Security Requirement Objects of 2.x, which name schemes and the scopes they need; 3.x refers to schemes instead. */
final class SecurityRequirements {
    private final Subject subject;
    private final Findings findings;
    private final ObjectNode components;

    SecurityRequirements(Subject subject, Findings findings) {
        this.subject = subject;
        this.findings = findings;
        this.components = subject.written().object("components").orElse(subject.written());
    }

    /** Checks those of all objects of a type. */
    void check(String type) {
        for (ObjectNode holder : subject.is2() ? subject.all(type) : List.<ObjectNode>of()) {
            for (Node requirement : Subject.items(holder, "security")) {
                if (requirement instanceof ObjectNode schemes) {
                    schemes.members().values().forEach(this::requirement);
                }
            }
        }
    }

    private void requirement(Member requirement) {
        ObjectNode schemes = components.object("securitySchemes").orElse(null);
        Set<String> known = schemes == null ? Set.of() : schemes.members().keySet();
        if (!known.contains(requirement.name())) {
            findings.add(
                    requirement,
                    "there is no security scheme '" + requirement.name() + "'",
                    DidYouMean.among(requirement.name(), known)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("declare it in 'components.securitySchemes'"));
        } else if (schemes != null && requirement.value() instanceof ArrayNode scopes) {
            subject.references()
                    .object(schemes, requirement.name())
                    .ifPresent(scheme -> scopes(scheme, requirement.name(), scopes));
        }
    }

    private void scopes(ObjectNode scheme, String name, ArrayNode scopes) {
        String type = scheme.string("type").orElse("");
        if (type.isEmpty() || type.equals("openIdConnect")) {
            return; // which scopes there are, the provider says
        }
        if (!type.equals("oauth2")) {
            if (!scopes.items().isEmpty()) {
                findings.add(
                        scopes.items().get(0),
                        "the security scheme '" + name + "' is of type '" + type + "', which has no scopes",
                        "leave the list empty: " + name + ": []");
            }
            return;
        }
        Set<String> offered = offered(scheme, "scopes");
        for (Node scope : Subject.members(scheme, "flows").isEmpty() ? List.<Node>of() : scopes.items()) {
            String text = scope.text().orElse(null);
            if (text != null && !offered.contains(text)) {
                findings.add(
                        scope,
                        "no flow of '" + name + "' offers the scope '" + text + "'",
                        DidYouMean.hint(text, offered));
            }
        }
    }

    /** The scopes that any flow of an OAuth scheme offers. */
    static Set<String> offered(ObjectNode scheme, String field) {
        Set<String> scopes = new TreeSet<>();
        for (Member flow : Subject.members(scheme, "flows")) {
            if (flow.value() instanceof ObjectNode node) {
                node.object(field)
                        .ifPresent(offered -> scopes.addAll(offered.members().keySet()));
            }
        }
        return scopes;
    }
}
