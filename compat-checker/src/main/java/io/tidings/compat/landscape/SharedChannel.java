package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.Channel;
import io.tidings.compat.landscape.Declaration.Outside;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A channel as all services have it together.
 *
 * @param address the topic or address; one with parameters stands for all that fit it
 * @param protocol empty where nobody says
 * @param hosts of its brokers; empty where nobody says
 * @param declarations how each service's document has it
 * @param uses what services do with it
 * @param apart whether some of the services name no broker in common
 */
public record SharedChannel(
        String address,
        String protocol,
        Set<String> hosts,
        List<Declaration> declarations,
        List<Use> uses,
        boolean apart) {

    public SharedChannel {
        declarations = List.copyOf(declarations);
        uses = List.copyOf(uses);
    }

    /** The uses of those who send, replies among them. */
    public List<Use> senders() {
        return uses.stream().filter(Use::sends).toList();
    }

    /** The uses of those who receive, replies among them. */
    public List<Use> receivers() {
        return uses.stream().filter(use -> !use.sends()).toList();
    }

    /** Whether somebody of whom there is no document may send. */
    public boolean sentFromOutside() {
        return outside(Outside.SENDERS);
    }

    /** Whether somebody of whom there is no document may receive. */
    public boolean receivedOutside() {
        return outside(Outside.RECEIVERS);
    }

    private boolean outside(Outside who) {
        return declarations.stream()
                .map(Declaration::outside)
                .anyMatch(outside -> outside == who || outside == Outside.BOTH);
    }

    boolean declares(Service service, Channel channel) {
        return declarations.stream()
                .anyMatch(declared -> declared.service().is(service)
                        && declared.channel().name().equals(channel.name()));
    }

    /** From each sender to each receiver that is not itself; replies only where no request leads to them. */
    List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (Use sender : senders()) {
            for (Use receiver : receivers()) {
                boolean replied = !sender.direct() && !receiver.direct();
                if (!replied && !sender.service().is(receiver.service()) && meet(sender, receiver)) {
                    links.add(new Link(address, sender, receiver));
                }
            }
        }
        return links;
    }

    /** Whether a message that one sends can arrive at the other. */
    static boolean meet(Use sender, Use receiver) {
        Address from = Address.of(sender.channel());
        Address to = Address.of(receiver.channel());
        return from != null && to != null && from.meets(to);
    }
}
