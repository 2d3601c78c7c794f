package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.model.MessageSchema.Avro;
import io.tidings.compat.avro.AvroReader;
import io.tidings.compat.landscape.ConsumerImpact.Meaning;
import io.tidings.compat.landscape.ConsumerImpact.Outcome;
import io.tidings.compat.landscape.ConsumerImpact.Told;
import io.tidings.compat.landscape.ConsumerImpact.Upgrade;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When a consumer should take over the new version: whether, as it would be then, it works with the version before. */
final class UpgradeOf {

    /** What fits one version only, whoever goes first. */
    private static final Set<String> BOTH_AT_ONCE = Set.of(
            "system-key",
            "system-schema-id",
            "system-content-type",
            "system-schema-format",
            "system-partitions",
            "system-cleanup-policy",
            "system-correlation-id",
            "system-reply-channel",
            "system-reply-address",
            "kafka-partitions",
            "kafka-cleanup-policy",
            "channel-retention",
            "security");

    private UpgradeOf() {}

    static Upgrade consumer(List<Told> told, Outcome outcome, Pair now, @Nullable Pair then) {
        if (then == null || outcome == Outcome.STRANGER) {
            return Upgrade.ANY;
        }
        boolean first = adoptsFirst(then, now)
                && told.stream().noneMatch(one -> one.meaning() == Meaning.BREAKS && BOTH_AT_ONCE.contains(one.rule()));
        if (outcome == Outcome.BREAKS) {
            return first ? Upgrade.BEFORE : Upgrade.TOGETHER;
        }
        return first ? Upgrade.ANY : Upgrade.AFTER;
    }

    private static boolean adoptsFirst(Pair then, Pair now) {
        return then.links().stream()
                .flatMap(link -> MessagePairs.of(link).pairs().stream())
                .allMatch(pair -> works(pair, then, now));
    }

    /** Whether the new version's schema, in the hands of the consumer, fits the version before. */
    private static boolean works(MessagePair before, Pair then, Pair now) {
        boolean sends = before.link().sender().service().is(then.consumer());
        Message mine = sends ? before.sent() : before.received();
        Message theirs = sends ? before.received() : before.sent();
        String operation = (sends ? before.link().sender() : before.link().receiver())
                .operation()
                .name();
        return now.links().stream()
                .filter(link -> (sends ? link.sender() : link.receiver())
                        .operation()
                        .name()
                        .equals(operation))
                .flatMap(link -> MessagePairs.of(link).pairs().stream())
                .filter(pair -> (sends ? pair.sent() : pair.received()).key().equals(mine.key()))
                .filter(pair -> MessagePairs.same(theirs, sends ? pair.received() : pair.sent()))
                .allMatch(pair -> reads(theirs.payload(), (sends ? pair.received() : pair.sent()).payload(), sends));
    }

    private static boolean reads(@Nullable MessageSchema old, @Nullable MessageSchema adopted, boolean sends) {
        if (!(old instanceof Avro before && adopted instanceof Avro after)
                || before.schema().equals(after.schema())) {
            return true;
        }
        return sends
                ? AvroReader.judge(before.schema(), after.schema()).compatible()
                : AvroReader.judge(after.schema(), before.schema()).compatible();
    }
}
