package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Diagnostics;
import java.util.List;

/** All rules. */
public final class Rules {
    private static final List<Rule> ALL = List.of(
            new OperationChannelRule(),
            new OperationMessagesRule(),
            new ChannelServersRule(),
            new ChannelAddressRule(),
            new ChannelParametersRule(),
            new ChannelAddressDuplicateRule(),
            new ServerVariablesRule(),
            new OperationIdUniquenessRule(),
            new TagsUniquenessRule(),
            new MessageNameRule(),
            new MessagePayloadRule(),
            new PayloadFormatRule(),
            new ReplyAddressRule(),
            new ReplyMessagesRule(),
            new RuntimeExpressionRule(),
            new SchemasRule(),
            new SchemaCircleRule(),
            new SchemaKeywordRule(),
            new SchemaDiscriminatorRule(),
            new UnusedComponentRule(),
            new CompactedKeyRule(),
            new ReplicaActionRule(),
            new ReplicaFieldsRule(),
            new ReplicaDeletesRule());

    private Rules() {}

    /** What rules there are, in the order they are applied. */
    public static List<RuleInfo> all() {
        return ALL.stream().map(Rule::info).toList();
    }

    /** Applies the rules that the settings do not switch off. */
    public static void check(Subject subject, RuleSettings settings, Diagnostics diagnostics) {
        for (Rule rule : ALL) {
            settings.severityOf(rule.info())
                    .ifPresent(severity ->
                            rule.check(subject, new Findings(rule.info().id(), severity, diagnostics)));
        }
    }
}
