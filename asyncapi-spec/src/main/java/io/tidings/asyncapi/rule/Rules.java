package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.reference.References;
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
            new TagsUniquenessRule(),
            new MessageNameRule(),
            new MessagePayloadRule(),
            new PayloadFormatRule(),
            new ReplyAddressRule(),
            new ReplyMessagesRule(),
            new RuntimeExpressionRule(),
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

    /** Applies all rules. */
    public static void check(AsyncApiDocument document, References references, Diagnostics diagnostics) {
        Subject subject = new Subject(document, references);
        ALL.forEach(rule -> rule.check(subject, new Findings(rule.info(), diagnostics)));
    }
}
