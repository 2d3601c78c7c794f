package io.tidings.asyncapi.reference;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Pointers;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What something from another file is called among the components. */
public final class ComponentNames {
    /** These say what kind of thing it is, and not which. */
    private static final Set<String> KINDS = Set.of(
            "schema", "message", "channel", "server", "operation", "parameter", "reply", "definition", "value", "item");

    private static final Set<String> PARTS = Set.of("payload", "headers", "key", "items", "reply", "correlationId");
    private static final Pattern ILLEGAL = Pattern.compile("[^A-Za-z0-9._-]+");

    private ComponentNames() {}

    /**
     * A name for a node of another file that is not taken: its own key there, else the file's; where that is taken, both;
     * then with a number.
     */
    public static String of(Node node, Set<String> taken) {
        String file = fileName(node);
        String own = own(node);
        String name = own.isEmpty() ? file : own;
        if (!taken.contains(name)) {
            return name;
        }
        String longer = own.isEmpty() || own.equals(file) ? name : file + "-" + own;
        return free(longer, taken);
    }

    /** The name itself, in letters that a component may have, or with the first number that makes it free. */
    public static String free(String wanted, Set<String> taken) {
        String name = legal(wanted);
        String free = name;
        for (int i = 2; taken.contains(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    private static String own(Node node) {
        List<String> tokens = Pointers.tokens(node.pointer());
        if (tokens.isEmpty()) {
            boolean avro =
                    node instanceof ObjectNode object && object.get("fields").isPresent();
            String name = avro ? ((ObjectNode) node).string("name").orElse("") : "";
            return legal(name.substring(name.lastIndexOf('.') + 1));
        }
        int last = tokens.size() - 1;
        String token = tokens.get(last);
        boolean part = PARTS.contains(token) || token.matches("[0-9]+");
        if (KINDS.contains(token) || part) {
            String around = last == 0 ? fileName(node) : tokens.get(last - 1);
            String suffix = Character.toUpperCase(token.charAt(0)) + token.substring(1);
            return legal(part ? around + suffix : around);
        }
        return legal(token);
    }

    private static String fileName(Node node) {
        String file = node.location().file();
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = name.indexOf('.', 1);
        return legal(dot < 0 ? name : name.substring(0, dot));
    }

    private static String legal(String name) {
        String legal = ILLEGAL.matcher(name).replaceAll("-").replaceAll("^-+|-+$", "");
        return legal.isEmpty() && !name.isEmpty() ? "component" : legal;
    }
}
