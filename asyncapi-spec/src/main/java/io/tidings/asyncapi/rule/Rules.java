package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All rules. */
public final class Rules {
    private static final List<Rule> ALL = Stream.of(
                    documents(), servers(), channels(), operations(), messages(), kafka(), vocabulary())
            .flatMap(List::stream)
            .toList();

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

    private static List<Rule> documents() {
        List<Rule> rules = new ArrayList<>(RecommendedFieldRule.ALL);
        rules.add(new InfoContactPropertiesRule());
        rules.add(new DocumentTagsRule());
        rules.add(new LatestVersionRule());
        rules.add(new TagsUniquenessRule());
        rules.add(new UnusedComponentRule());
        rules.add(new UnusedSecuritySchemeRule());
        return rules;
    }

    private static List<Rule> servers() {
        return List.of(
                new ServerVariablesRule(),
                new ServerVariableUnusedRule(),
                new ServerVariableValuesRule(),
                new ServerEmptyVariableRule(),
                new ServerSlashRule(),
                new ServerSecurityRule(),
                new SecuritySchemeScopesRule());
    }

    private static List<Rule> channels() {
        return List.of(
                new ChannelServersRule(),
                new ChannelAddressRule(),
                new ChannelParametersRule(),
                new ParameterValuesRule(),
                new AddressEmptyParameterRule(),
                new AddressSlashRule(),
                new ChannelAddressDuplicateRule());
    }

    private static List<Rule> operations() {
        return List.of(
                new OperationChannelRule(),
                new OperationMessagesRule(),
                new OperationIdUniquenessRule(),
                new OperationIdRule(),
                new OperationSecurityRule(),
                new OperationAmbiguityRule(),
                new ReplyAddressRule(),
                new ReplyMessagesRule(),
                new ReplyCorrelationRule());
    }

    private static List<Rule> messages() {
        return List.of(
                new MessageNameRule(),
                new MessageIdUniquenessRule(),
                new MessageIdRule(),
                new MessagePayloadRule(),
                new PayloadFormatRule(),
                new RuntimeExpressionRule(),
                new ExpressionTargetRule(),
                new ExpressionUndeclaredRule(),
                new ExpressionOptionalRule(),
                new ExpressionValueRule(),
                new SchemasRule(),
                new SchemaCircleRule(),
                new SchemaKeywordRule(),
                new SchemaDiscriminatorRule(),
                new SchemaDefaultRule(),
                new SchemaExamplesRule(),
                new MessageExamplesRule(),
                new MessageExamplesChoiceRule(),
                new ExampleFormatRule());
    }

    private static List<Rule> kafka() {
        return List.of(
                new KafkaTopicNameRule(),
                new KafkaAddressRule(),
                new KafkaTopicCollisionRule(),
                new KafkaTopicSettingsRule(),
                new KafkaInsyncReplicasRule(),
                new KafkaGroupKindRule(),
                new KafkaSchemaRegistryRule(),
                new CompactedKeyRule());
    }

    private static List<Rule> vocabulary() {
        return List.of(
                new CodeNameRule(),
                new CodeNameUniquenessRule(),
                new SunsetRule(),
                new ChannelRetentionRule(),
                new OperationStyleRule(),
                new OperationDeliveryRule(),
                new ReplicaActionRule(),
                new ReplicaAgreementRule(),
                new ReplicaFieldsRule(),
                new ReplicaRowsRule(),
                new ReplicaKeyRule(),
                new ReplicaVersionRule(),
                new ReplicaIndexesRule(),
                new ReplicaStoreRule(),
                new ReplicaJoinsRule(),
                new ReplicaDeletesRule());
    }
}
