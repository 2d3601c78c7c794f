package io.tidings.compat.rule.json;

import io.tidings.compat.rule.Rule;
import java.util.List;

/** Rules about JSON Schema payloads, headers and keys. A new one is a class and a line here. */
public final class JsonRules {

    /** All of them. */
    public static final List<Rule<?>> ALL = List.of(
            new PayloadUndecidedRule(),
            new HeaderType(),
            new KafkaKeySchema(),
            new JsonRequiredAdd(),
            new JsonRequiredRemove(),
            new JsonPropertyAdd(),
            new JsonPropertyRemove(),
            new JsonTypeWiden(),
            new JsonTypeNarrow(),
            new JsonTypeChange(),
            new JsonEnumAdd(),
            new JsonEnumRemove(),
            new JsonBoundsLoosen(),
            new JsonBoundsTighten(),
            new JsonAdditionalOpen(),
            new JsonAdditionalClose(),
            new JsonFormat(),
            new JsonDefault(),
            new JsonPattern(),
            new JsonCombination(),
            new JsonUnreadable());

    private JsonRules() {}
}
