package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Whether two services stand in one consumer group. Majors of one service may. */
final class GroupRule implements LandscapeRule {

    @Override
    public void check(Landscape landscape, Consumer<LandscapeFinding> found) {
        Map<String, List<Use>> byGroup = new LinkedHashMap<>();
        for (Service service : landscape.services()) {
            for (Use use : service.uses()) {
                String group = use.operation().groupId();
                if (group != null && use.direct() && !use.sends()) {
                    byGroup.computeIfAbsent(group, same -> new ArrayList<>()).add(use);
                }
            }
        }
        byGroup.forEach((group, uses) -> compare(group, uses, found));
    }

    private static void compare(String group, List<Use> uses, Consumer<LandscapeFinding> found) {
        Map<String, LandscapeFinding> worst = new LinkedHashMap<>();
        for (int i = 0; i < uses.size(); i++) {
            for (int j = i + 1; j < uses.size(); j++) {
                Use one = uses.get(i);
                Use other = uses.get(j);
                if (!Services.identity(one.service().document())
                        .equals(Services.identity(other.service().document()))) {
                    // One finding for a pair of services; where they share a channel, that one.
                    worst.merge(
                            one.service().name() + "\n" + other.service().name(),
                            finding(group, one, other),
                            (known, now) -> now.severity() == Severity.ERROR ? now : known);
                }
            }
        }
        worst.values().forEach(found);
    }

    private static LandscapeFinding finding(String group, Use one, Use other) {
        boolean same = meet(one.channel(), other.channel());
        return LandscapeFinding.of(
                        SystemRule.SYSTEM_GROUP_SHARED,
                        same ? Severity.ERROR : Severity.WARNING,
                        one.service().name() + " and " + other.service().name() + " are both in the consumer group '"
                                + group + "'"
                                + (same
                                        ? ": each gets only a part of "
                                                + one.channel().topic()
                                        : ", on different channels"))
                .on(same ? one.channel().topic() : null)
                .at(
                        other.service(),
                        other.operation().locationOf("bindings"),
                        other.service().name())
                .at(
                        one.service(),
                        one.operation().locationOf("bindings"),
                        one.service().name());
    }

    private static boolean meet(Channel one, Channel other) {
        Address mine = Address.of(one);
        Address theirs = Address.of(other);
        return mine != null && theirs != null && mine.meets(theirs);
    }
}
