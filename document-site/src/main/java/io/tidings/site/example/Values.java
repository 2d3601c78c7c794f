package io.tidings.site.example;

import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that stand in no file. */
final class Values {
    private static final Location NOWHERE = Location.startOf("");

    private Values() {}

    static Node scalar(@Nullable Object value) {
        return new ScalarNode(NOWHERE, "", value);
    }

    static Node whole(long value) {
        return scalar(BigInteger.valueOf(value));
    }

    static Node number(String value) {
        return scalar(new BigDecimal(value));
    }

    static Node array(List<Node> items) {
        return new ArrayNode(NOWHERE, "", items);
    }

    static Node object(Map<String, Node> fields) {
        Map<String, Member> members = new LinkedHashMap<>();
        fields.forEach((name, value) -> members.put(name, new Member(name, NOWHERE, value)));
        return new ObjectNode(NOWHERE, "", members);
    }
}
