package io.tidings.compat;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.rule.Bump;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which channels of a version break for those who use them. */
final class Served {

    private Served() {}

    /** Those of the base that a later document lacks, or serves otherwise than before; by their keys in the base. */
    static Set<String> brokenChannels(BaseDocument base, AsyncApiDocument later, CheckOptions options) {
        // What a team has decided to live with is no break here either.
        Decisions decisions = new Decisions(options.policy(), later.file(), options.today());
        return decisions.apply(Compared.of(base, later).findings()).stream()
                .filter(finding -> finding.impact().wire() == Bump.MAJOR)
                .flatMap(finding -> Stream.ofNullable(finding.channel()))
                .map(name -> inBase(name, base, later))
                .collect(Collectors.toSet());
    }

    /** A finding names a channel as the later document does: it may have another key than before, at the same address. */
    private static String inBase(String name, BaseDocument base, AsyncApiDocument later) {
        Channel now = later.channels().get(name);
        String topic = now == null ? null : now.topic();
        return base.document().channels().values().stream()
                .filter(channel -> topic != null && topic.equals(channel.topic()))
                .map(Channel::name)
                .findFirst()
                .orElse(name);
    }
}
