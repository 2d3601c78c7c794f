package io.tidings.compat.rule;

import io.tidings.compat.diff.Change;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All rules. A new one is a class and a line here. */
public final class Rules {

    private static final List<Rule<?>> CHANGES = List.of(
            new ChannelAdd(),
            new ChannelRemove(),
            new ChannelAddress(),
            new ChannelKey(),
            new ChannelParameterAdd(),
            new ChannelParameterRemove(),
            new ChannelParameterType(),
            new ChannelParameterValuesAdd(),
            new ChannelOpenAdd(),
            new ChannelOpenRemove(),
            new ChannelRetention(),
            new KafkaTopic(),
            new KafkaPartitions(),
            new KafkaCleanupPolicy(),
            new KafkaRetentionLower(),
            new KafkaRetentionRaise(),
            new KafkaMaxMessageBytesLower(),
            new KafkaMaxMessageBytesRaise(),
            new KafkaKeySchema(),
            new OperationAdd(),
            new OperationRemove(),
            new OperationAction(),
            new OperationChannel(),
            new OperationKey(),
            new OperationStyle(),
            new OperationDelivery(),
            new OperationReplica(),
            new ReplyAdd(),
            new ReplyRemove(),
            new ReplyChannel(),
            new ReplyAddress(),
            new MessageAdd(),
            new MessageRemove(),
            new MessageKey(),
            new ContentType(),
            new SchemaFamily(),
            new PayloadUndecidedRule(),
            new HeaderRequiredAdd(),
            new HeaderOptionalAdd(),
            new HeaderRemove(),
            new HeaderOptionality(),
            new HeaderType(),
            new CorrelationId(),
            new CorrelationIdAdd(),
            new SchemaIdLocation(),
            new SchemaIdEncoding(),
            new SubjectStrategy(),
            new Server(),
            new Security(),
            new DocumentationRule(),
            new GeneratedName(),
            new Binding(),
            new AvroFieldAddDefault(),
            new AvroFieldAddRequired(),
            new AvroFieldRemove(),
            new AvroFieldRemoveRequired(),
            new AvroFieldRenameAlias(),
            new AvroFieldReorder(),
            new AvroSortOrder(),
            new AvroDefaultAdd(),
            new AvroDefaultRemove(),
            new AvroDefaultChange(),
            new AvroTypeWiden(),
            new AvroTypeWidenLossy(),
            new AvroTypeNarrow(),
            new AvroStringToBytes(),
            new AvroBytesToString(),
            new AvroTypeChange(),
            new AvroFixedSize(),
            new AvroEnumAdd(),
            new AvroEnumRemove(),
            new AvroEnumReorder(),
            new AvroEnumDefaultAdd(),
            new AvroEnumDefaultRemove(),
            new AvroEnumDefaultChange(),
            new AvroUnionAdd(),
            new AvroUnionRemove(),
            new AvroUnionReorder(),
            new AvroNameChange(),
            new AvroNamedTypeRename(),
            new AvroNamespaceChange(),
            new AvroAliasAdd(),
            new AvroAliasRemove(),
            new AvroLogicalChange(),
            new AvroLogicalAddRemove(),
            new AvroDecimalScale(),
            new AvroDecimalPrecisionWiden(),
            new AvroDecimalPrecisionNarrow(),
            new AvroDecimalRepresentation(),
            new AvroDoc(),
            new AvroUnreadable(),
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

    private Rules() {}

    /** Those that judge a difference. */
    public static List<Rule<?>> ofChanges() {
        return CHANGES;
    }

    /** What all rules say of themselves, those of the gate too, by id. */
    public static List<RuleInfo> all() {
        return Stream.concat(CHANGES.stream().map(Rule::info), GateRules.all().stream())
                .sorted(Comparator.comparing(RuleInfo::id))
                .toList();
    }

    /** What every rule has to say of a change. */
    public static List<Judgement> judge(Change change) {
        return CHANGES.stream()
                .map(rule -> rule.judge(change))
                .flatMap(Optional::stream)
                .toList();
    }
}
