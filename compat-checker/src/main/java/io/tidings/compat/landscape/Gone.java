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
        List<Link> left = now.links().stream()
                .filter(other -> sameUse(mine(other), mine(link)))
                .toList();
        if (left.isEmpty()) {
            // Without the request there is no reply: that is told once.
            return link.sender().direct() && link.receiver().direct()
                    ? List.of(new Found(whole(link), Set.of()))
                    : List.of();
        }
        List<Found> findings = new ArrayList<>();
        for (MessagePair pair : MessagePairs.of(link).pairs()) {
            Message message = sends(link) ? pair.sent() : pair.received();
            List<Message> partners = left.stream()
                    .flatMap(other -> MessagePairs.of(other).pairs().stream())
                    .filter(other -> (sends(link) ? other.sent() : other.received())
                            .key()
                            .equals(message.key()))
                    .map(other -> sends(link) ? other.received() : other.sent())
                    .toList();
            Message was = sends(link) ? pair.received() : pair.sent();
            // A message may have another partner now, for want of the right one.
            if (partners.stream().noneMatch(is -> MessagePairs.same(was, is) || MessagePairs.same(is, was))) {
                Set<String> names = new HashSet<>(Set.of(message.name()));
                partners.forEach(partner -> names.add(partner.name()));
                findings.add(new Found(message(link, message), names));
            }
        }
        return findings;
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
        return LandscapeFinding.of(
                        SystemRule.IMPACT_MESSAGE_GONE,
                        sends(link) ? Severity.ERROR : Severity.WARNING,
                        link,
                        mine.service().name() + (sends(link) ? " sends " : " receives ") + message.name() + ", which "
                                + owner + (sends(link) ? " does no longer receive" : " does no longer send"))
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
