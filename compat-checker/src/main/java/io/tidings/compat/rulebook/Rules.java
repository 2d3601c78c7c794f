package io.tidings.compat.rulebook;

import io.tidings.compat.diff.Change;
import io.tidings.compat.rule.GateRules;
import io.tidings.compat.rule.Judgement;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;
import io.tidings.compat.rule.avro.AvroRules;
import io.tidings.compat.rule.channel.ChannelRules;
import io.tidings.compat.rule.document.DocumentRules;
import io.tidings.compat.rule.json.JsonRules;
import io.tidings.compat.rule.message.MessageRules;
import io.tidings.compat.rule.operation.OperationRules;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All rules, of every family. */
public final class Rules {

    private static final List<Rule<?>> CHANGES = Stream.of(
                    DocumentRules.ALL,
                    ChannelRules.ALL,
                    OperationRules.ALL,
                    MessageRules.ALL,
                    JsonRules.ALL,
                    AvroRules.ALL)
            .flatMap(List::stream)
            .toList();

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
