package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Channels where one side is missing, and messages that nobody sends. */
final class LonelyRule implements LandscapeRule {

    /** A use whose other side is missing. */
    private record Lonely(SharedChannel channel, Use use) {
        String address() {
            return Objects.requireNonNullElse(use.channel().topic(), channel.address());
        }
    }

    @Override
    public void check(Landscape landscape, Consumer<LandscapeFinding> found) {
        List<Lonely> unread = new ArrayList<>();
        List<Lonely> unwritten = new ArrayList<>();
        for (SharedChannel channel : landscape.channels()) {
            if (!channel.receivedOutside()) {
                unread.addAll(lonely(channel, channel.senders(), channel.receivers()));
            }
            if (!channel.sentFromOutside()) {
                unwritten.addAll(lonely(channel, channel.receivers(), channel.senders()));
            }
        }
        unread.forEach(lonely -> found.accept(finding(lonely, SystemRule.SYSTEM_UNREAD, unwritten)));
        unwritten.forEach(lonely -> found.accept(finding(lonely, SystemRule.SYSTEM_UNWRITTEN, unread)));
        landscape.channels().forEach(channel -> unsent(channel, found));
    }

    /** One for each address: with parameters, a channel has several. Where a reply goes, the request says. */
    private static Collection<Lonely> lonely(SharedChannel channel, List<Use> some, List<Use> others) {
        Map<String, Lonely> byAddress = new LinkedHashMap<>();
        for (Use use : some) {
            if (use.direct() && others.stream().noneMatch(other -> SharedChannel.meet(use, other))) {
                Lonely lonely = new Lonely(channel, use);
                byAddress.putIfAbsent(lonely.address(), lonely);
            }
        }
        return byAddress.values();
    }

    private static LandscapeFinding finding(Lonely lonely, SystemRule rule, List<Lonely> others) {
        boolean unread = rule == SystemRule.SYSTEM_UNREAD;
        Use use = lonely.use();
        String meant = DidYouMean.among(
                        lonely.address(), others.stream().map(Lonely::address).toList())
                .map(near -> "; is '" + near + "' meant?")
                .orElse("");
        String reason = use.service().name()
                + (unread
                        ? " sends to " + lonely.address() + ", from which nobody receives"
                        : " receives from " + lonely.address() + ", to which nobody sends");
        return LandscapeFinding.of(rule, Severity.WARNING, reason + meant)
                .on(lonely.channel().address())
                .at(use.service(), use.operation().location(), unread ? "sent here" : "received here");
    }

    /** What a receiver handles, and none of the senders sends. */
    private static void unsent(SharedChannel channel, Consumer<LandscapeFinding> found) {
        if (channel.sentFromOutside()) {
            return;
        }
        for (Use receiver : channel.receivers()) {
            List<Link> links = channel.links().stream()
                    .filter(link -> link.receiver().service().is(receiver.service())
                            && link.receiver()
                                    .operation()
                                    .name()
                                    .equals(receiver.operation().name()))
                    .toList();
            if (!receiver.direct() || links.isEmpty()) {
                continue;
            }
            Set<String> unsent = new HashSet<>(keys(receiver.messages()));
            links.forEach(link -> unsent.retainAll(keys(MessagePairs.of(link).unsent())));
            for (Message message : receiver.messages()) {
                if (unsent.contains(message.key())) {
                    found.accept(LandscapeFinding.of(
                                    SystemRule.SYSTEM_MESSAGE_UNSENT,
                                    Severity.INFO,
                                    receiver.service().name() + " receives " + message.name() + " from "
                                            + channel.address() + ", and nobody sends it")
                            .on(channel.address())
                            .about(message.name(), "")
                            .at(receiver.service(), message.location(), "received here"));
                }
            }
        }
    }

    private static List<String> keys(List<Message> messages) {
        return messages.stream().map(Message::key).toList();
    }
}
