package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.reference.ComponentNames;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a document of AsyncAPI 3.1 from one of 2.x: the tree that the model is built from, so that the rest need not know,
 * and that {@code convert} writes. Every value keeps its place in the source. References that 3.x demands are made and
 * linked; those that were written may need another text, which {@link io.tidings.asyncapi.reference.Relinking} gives them.
 */
public final class Version2 {
    private static final Set<String> TO_INFO = Set.of("tags", "externalDocs");

    private final ObjectNode root;
    private final References references;
    private final Losses losses = new Losses();
    private final Version2Security security;
    private final Version2Servers servers;
    private final Version2Messages messages;

    public Version2(ObjectNode root, References references) {
        this.root = root;
        this.references = references;
        this.security = new Version2Security(root, references, losses);
        this.servers = new Version2Servers(root, references, security, losses);
        this.messages = new Version2Messages(root, references, losses);
    }

    /** The document in the shape of 3.1. */
    public ObjectNode convert() {
        Map<String, Member> ownServers =
                members("servers", member -> servers.components().convert(member.value()));
        Version2Channels channels = new Version2Channels(root, references, losses, messages, security, ownServers);
        Map<String, Member> operations = new LinkedHashMap<>();
        Map<String, Member> ownChannels = members("channels", member -> channel(member, channels, operations));
        Trees tree = Trees.at(Trees.object(root));
        for (Member member : root.members().values()) {
            switch (member.name()) {
                case "asyncapi" -> tree.with("asyncapi", Trees.text(member.value(), "3.1.0"));
                case "info" -> tree.with("info", info(member.value()));
                case "servers" -> tree.with("servers", holder(member.value(), ownServers));
                case "channels" -> {
                    tree.with("channels", holder(member.value(), ownChannels));
                    if (!operations.isEmpty()) {
                        tree.with("operations", holder(member.value(), operations));
                    }
                }
                case "components" -> tree.with(member);
                default -> {
                    if (!TO_INFO.contains(member.name())) {
                        tree.with(member);
                    }
                }
            }
        }
        return tree.replacing("components", components(channels)).build();
    }

    /** What was said and is not any more, a warning each, in the order of the source. */
    public List<Diagnostic> losses() {
        return losses.all();
    }

    private Node info(Node written) {
        if (!(written instanceof ObjectNode info)) {
            return written;
        }
        Trees tree = Trees.at(info).allBut(Set.of());
        TO_INFO.stream().sorted().forEach(name -> root.get(name).ifPresent(value -> tree.with(name, value)));
        return tree.build();
    }

    private @Nullable Node channel(Member member, Version2Channels channels, Map<String, Member> operations) {
        List<Member> own = new ArrayList<>();
        Node channel = channels.convert(member, member.name(), own);
        own.forEach(operation -> add(operation, operations));
        return channel;
    }

    /** Each has a name of its own, also where ids are not unique, which is a rule's to say: nothing gets lost. */
    private void add(Member operation, Map<String, Member> operations) {
        String name = operation.name();
        for (int i = 2; operations.containsKey(name); i++) {
            name = operation.name() + i;
        }
        operations.put(name, new Member(name, operation.keyLocation(), operation.value()));
    }

    private @Nullable Node components(Version2Channels channels) {
        ObjectNode written = root.object("components").orElse(Trees.object(root));
        Trees tree = Trees.at(written).allBut(Set.of());
        componentChannels(written, channels, tree);
        new Version2Bindings(references, losses).ofComponents(written, tree);
        tree.replacing("servers", servers.components().all(written));
        tree.replacing("parameters", channels.parameters().all(written));
        tree.replacing("operationTraits", channels.traits().all(written));
        tree.replacing("messages", messages.components().all(written));
        tree.replacing("messageTraits", messages.traits().all(written));
        tree.replacing("securitySchemes", security.components().all(written));
        return tree.isEmpty() && root.get("components").isEmpty() ? null : tree.build();
    }

    /**
     * A channel of the document takes in the component that it refers to, for the address makes them different in 3.x. What
     * is left are those that nobody here refers to.
     */
    private void componentChannels(ObjectNode written, Version2Channels channels, Trees tree) {
        ObjectNode all = written.object("channels").orElse(null);
        if (all == null) {
            return;
        }
        IdentityHashMap<Node, Boolean> used = new IdentityHashMap<>();
        root.object("channels")
                .ifPresent(own -> own.members().values().stream()
                        .flatMap(member -> references.object(member.value()).stream())
                        .forEach(target -> used.put(target, true)));
        Map<String, Member> left = new LinkedHashMap<>();
        List<Member> operations = new ArrayList<>();
        for (Member member : all.members().values()) {
            ObjectNode target = references.object(member.value()).orElse(null);
            if (target != null && !used.containsKey(target)) {
                ObjectNode channel = channels.convert(member, null, operations);
                if (channel != null) {
                    left.put(member.name(), new Member(member.name(), member.keyLocation(), channel));
                }
            }
        }
        tree.replacing("channels", left.isEmpty() ? null : holder(all, left));
        if (!operations.isEmpty()) {
            Map<String, Member> byName = new LinkedHashMap<>();
            for (Member operation : operations) {
                String name = ComponentNames.free(operation.name(), byName.keySet());
                byName.put(name, new Member(name, operation.keyLocation(), operation.value()));
            }
            tree.with("operations", holder(all, byName));
        }
    }

    private Map<String, Member> members(String field, java.util.function.Function<Member, @Nullable Node> convert) {
        Map<String, Member> converted = new LinkedHashMap<>();
        root.object(field)
                .ifPresent(held -> held.members().values().forEach(member -> {
                    Node node = convert.apply(member);
                    if (node != null) {
                        converted.put(member.name(), new Member(member.name(), member.keyLocation(), node));
                    }
                }));
        return converted;
    }

    private static ObjectNode holder(Node place, Map<String, Member> members) {
        return new ObjectNode(place.location(), place.pointer(), members);
    }
}
