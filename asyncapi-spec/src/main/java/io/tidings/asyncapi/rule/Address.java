package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address, be it of one of the document's channels or of a component.
 *
 * @param place where it stands: in 2.x the key of a channel
 * @param channel what has the address
 */
record Address(Node place, String text, ObjectNode channel) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]+)}");

    /** All addresses that are known; in the order of the document, those of components last. */
    static List<Address> of(Subject subject) {
        Set<ObjectNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Address> addresses = new ArrayList<>();
        for (Channel channel : subject.document().channels().values()) {
            add(channel.node(), seen, addresses);
        }
        subject.all("Channel").forEach(channel -> add(channel, seen, addresses));
        return addresses;
    }

    private static void add(ObjectNode channel, Set<ObjectNode> seen, List<Address> addresses) {
        Node place = channel.get("address").orElse(null);
        String text = place == null ? null : place.text().orElse(null);
        if (place != null && text != null && seen.add(channel)) {
            addresses.add(new Address(place, text, channel));
        }
    }

    /** The names between braces, in their order. */
    Set<String> parameters() {
        return names(text);
    }

    /** The names between braces in a text, in their order. */
    static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
