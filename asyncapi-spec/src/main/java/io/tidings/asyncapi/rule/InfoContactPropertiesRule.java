package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;

/** Good practice: a contact says who, and how to reach them. */
final class InfoContactPropertiesRule implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.recommended("info-contact-properties", "a contact has name, URL and e-mail address");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Member contact = subject.written()
                .object("info")
                .map(info -> info.members().get("contact"))
                .orElse(null);
        if (contact != null && contact.value() instanceof ObjectNode node) {
            List<String> missing = List.of("name", "url", "email").stream()
                    .filter(field -> node.get(field).isEmpty())
                    .toList();
            if (!missing.isEmpty()) {
                findings.add(contact, "the contact has no '" + String.join("' and no '", missing) + "'", null);
            }
        }
    }
}
