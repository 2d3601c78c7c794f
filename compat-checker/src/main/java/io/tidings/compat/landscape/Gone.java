package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the consumer did together with the version before, and cannot do with the new one. */
final class Gone {

    /**
     * What is gone.
     *
     * @param names what its messages are called: what else is said of them comes from that
     */
    record Found(LandscapeFinding finding, Set<String> names) {
        boolean covers(LandscapeFinding other) {
            return other.message() != null
                    && names.contains(other.message())
                    && Objects.equals(finding.channel(), other.channel());
        }
    }

    private final Pair then;
    private final Pair now;

    private Gone(Pair then, Pair now) {
        this.then = then;
        this.now = now;
    }

    static List<Found> between(Pair then, Pair now) {
        Gone gone = new Gone(then, now);
        Set<Found> findings = new LinkedHashSet<>();
        then.links().forEach(link -> findings.addAll(gone.of(link)));
        return List.copyOf(findings);
    }

    private List<Found> of(Link link) {
        if (now.links().stream().noneMatch(other -> sameUse(mine(other), mine(link)))) {
            // Without the request there is no reply: that is told once.
            return link.sender().direct() && link.receiver().direct()
                    ? List.of(new Found(whole(link), Set.of()))
                    : List.of();
        }
        List<Found> findings = new ArrayList<>();
        for (MessagePair pair : MessagePairs.of(link).pairs()) {
            List<Message> partners = partners(link, pair);
            if (gone(link, pair, partners)) {
                Message message = sends(link) ? pair.sent() : pair.received();
                Set<String> names = new HashSet<>(Set.of(message.name()));
                partners.forEach(partner -> names.add(partner.name()));
                findings.add(new Found(message(link, message), names));
            }
        }
        return findings;
    }

    /** What the owner now has for a message of the consumer's. */
    private List<Message> partners(Link link, MessagePair pair) {
        String key = (sends(link) ? pair.sent() : pair.received()).key();
        return now.links().stream()
                .filter(other -> sameUse(mine(other), mine(link)))
                .flatMap(other -> MessagePairs.of(other).pairs().stream())
                .filter(other ->
                        (sends(link) ? other.sent() : other.received()).key().equals(key))
                .map(other -> sends(link) ? other.received() : other.sent())
                .toList();
    }

    /** A message may have another partner now, for want of the right one. */
    private boolean gone(Link link, MessagePair pair, List<Message> partners) {
        Message was = sends(link) ? pair.received() : pair.sent();
        return partners.stream().noneMatch(is -> MessagePairs.same(was, is) || MessagePairs.same(is, was));
    }

    /** Whether the consumer's operation is left without a message: as if the owner's were gone. */
    private boolean nothingLeft(Link link) {
        return then.links().stream()
                .filter(other -> sameUse(mine(other), mine(link)))
                .allMatch(other -> MessagePairs.of(other).pairs().stream()
                        .allMatch(pair -> gone(other, pair, partners(other, pair))));
    }

    private LandscapeFinding whole(Link link) {
        Use mine = mine(link);
        Use theirs = theirs(link);
        boolean channelThere = now.channel(now.consumer(), mine.channel()).stream()
                .flatMap(shared -> shared.declarations().stream())
                .anyMatch(declared -> declared.service().is(now.owner()));
        String does = mine.service().name() + (mine.sends() ? " sends to " : " receives from ") + link.channel();
        if (channelThere) {
            return LandscapeFinding.of(
                            SystemRule.IMPACT_OPERATION_GONE,
                            Severity.ERROR,
                            link,
                            does + ", and " + now.owner().name() + " "
                                    + now.owner().version() + " does no longer "
                                    + (mine.sends() ? "receive from it" : "send to it"))
                    .at(mine.service(), mine.operation().location(), "used here")
                    .at(
                            theirs.service(),
                            theirs.operation().location(),
                            "gone since " + then.owner().version());
        }
        return LandscapeFinding.of(
                        SystemRule.IMPACT_CHANNEL_GONE,
                        Severity.ERROR,
                        link,
                        does + ", which " + now.owner().name() + " "
                                + now.owner().version() + " does not have" + moved(theirs.channel()))
                .at(mine.service(), mine.operation().location(), "used here")
                .at(
                        theirs.service(),
                        theirs.channel().location(),
                        "gone since " + then.owner().version());
    }

    private String moved(Channel was) {
        return Optional.ofNullable(now.owner().document().channels().get(was.name()))
                .map(Channel::topic)
                .map(topic -> ": it is " + topic + " now")
                .orElse("");
    }

    private LandscapeFinding message(Link link, Message message) {
        Use mine = mine(link);
        String owner = now.owner().name() + " " + now.owner().version();
        boolean idle = !sends(link) && nothingLeft(link);
        return LandscapeFinding.of(
                        SystemRule.IMPACT_MESSAGE_GONE,
                        sends(link) || idle ? Severity.ERROR : Severity.WARNING,
                        link,
                        mine.service().name() + (sends(link) ? " sends " : " receives ") + message.name() + ", which "
                                + owner + (sends(link) ? " does no longer receive" : " does no longer send")
                                + (idle ? ", and nothing else that it receives there" : ""))
                .about(message.name(), "")
                .at(mine.service(), message.location(), "used here")
                .at(
                        theirs(link).service(),
                        theirs(link).channel().locationOf("messages"),
                        "until " + then.owner().version());
    }

    private boolean sends(Link link) {
        return link.sender().service().is(then.consumer());
    }

    private Use mine(Link link) {
        return Stream.of(link.sender(), link.receiver())
                .filter(use -> use.service().is(then.consumer()))
                .findFirst()
                .orElse(link.receiver());
    }

    private Use theirs(Link link) {
        return sends(link) ? link.receiver() : link.sender();
    }

    private static boolean sameUse(Use one, Use other) {
        return one.operation().name().equals(other.operation().name()) && one.part() == other.part();
    }
}
