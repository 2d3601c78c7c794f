package io.tidings.compat.rule.document;

import io.tidings.compat.rule.Rule;
import java.util.List;

/** Rules about the rest of a document. A new one is a class and a line here. */
public final class DocumentRules {

    /** All of them. */
    public static final List<Rule<?>> ALL =
            List.of(new Server(), new Security(), new DocumentationRule(), new GeneratedName(), new Binding());

    private DocumentRules() {}
}
