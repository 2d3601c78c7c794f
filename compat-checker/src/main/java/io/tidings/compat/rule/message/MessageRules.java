package io.tidings.compat.rule.message;

import io.tidings.compat.rule.Rule;
import java.util.List;

/** Rules about messages beside their payload. A new one is a class and a line here. */
public final class MessageRules {

    /** All of them. */
    public static final List<Rule<?>> ALL = List.of(
            new MessageAdd(),
            new MessageRemove(),
            new MessageKey(),
            new ContentType(),
            new SchemaFamily(),
            new HeaderRequiredAdd(),
            new HeaderOptionalAdd(),
            new HeaderRemove(),
            new HeaderOptionality(),
            new CorrelationId(),
            new CorrelationIdAdd(),
            new SchemaIdLocation(),
            new SchemaIdEncoding(),
            new SubjectStrategy());

    private MessageRules() {}
}
