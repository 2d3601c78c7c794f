package io.tidings.asyncapi.reference;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes the texts of references. */
public final class ReferencePath {
    private static final String ILLEGAL = "%\"<>[\\]^`{|}";

    private ReferencePath() {}

    /** How a file is named in another: relative to that one's folder, or by a URL where there is no way from there. */
    static String between(Path from, Path to) {
        Path folder = from.toAbsolutePath().normalize().getParent();
        Path target = to.toAbsolutePath().normalize();
        if (folder == null || !folder.getRoot().equals(target.getRoot())) {
            return target.toUri().toString();
        }
        String path = folder.relativize(target).toString().replace('\\', '/');
        return (path.startsWith("../") ? "" : "./")
                + encoded(path).replace("#", "%23").replace("?", "%3F");
    }

    /** A pointer as a fragment (RFC 6901, section 6): a channel's key has braces, which must not stand in a URI. */
    public static String fragment(String pointer) {
        return "#" + encoded(pointer).replace("#", "%23");
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c > 0x20 && c < 0x7F && ILLEGAL.indexOf(c) < 0) {
                encoded.append(c);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }

    /** The same reference with another text. */
    static ObjectNode withText(ObjectNode reference, String text) {
        Map<String, Member> members = new LinkedHashMap<>(reference.members());
        Member member = members.get("$ref");
        if (member != null) {
            Node old = member.value();
            Node value = new ScalarNode(old.location(), old.pointer(), text);
            members.put("$ref", new Member("$ref", member.keyLocation(), value));
        }
        return new ObjectNode(reference.location(), reference.pointer(), members);
    }
}
