package io.tidings.asyncapi.source;

import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML text as a located tree. Built from the parser's events rather than its composed nodes, because depth, alias
 * expansion and duplicate keys are ours to bound and to report.
 */
final class YamlTree {
    /** YAML 1.2, section 10.2: those of the JSON schema, and "!", which says that no other is meant. */
    private static final Pattern TAGS = Pattern.compile("!|tag:yaml\\.org,2002:(null|bool|int|float|str|seq|map)");

    private static final Pattern NO_TEXT = Pattern.compile(".*:(int|float|bool|null)");

    private final YamlPlaces places;
    private final SourceLimits limits;
    private final List<SourceProblem> problems;
    private final YamlAnchors anchors;
    private final Iterator<Event> events;

    YamlTree(String file, String text, SourceLimits limits, List<SourceProblem> problems) {
        this.places = new YamlPlaces(file, text);
        this.limits = limits;
        this.problems = problems;
        this.anchors = new YamlAnchors(limits);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(limits.maxBytes())
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    Node read() {
        try {
            next(); // the stream's start
            if (next().getEventId() == Event.ID.StreamEnd) {
                throw new MalformedSource(SourceProblem.at(
                        "source-empty",
                        "'" + places.file() + "' is empty",
                        Location.startOf(places.file()),
                        "an AsyncAPI document begins with 'asyncapi: 3.0.0'"));
            }
            Node root = node(next(), "", 0);
            next(); // the document's end
            Event after = next();
            if (after.getEventId() != Event.ID.StreamEnd) {
                problems.add(SourceProblem.at(
                        "yaml-several-documents",
                        "a second YAML document begins here",
                        places.startOf(after),
                        "put it into a file of its own"));
            }
            return root;
        } catch (YamlEngineException e) {
            throw new MalformedSource(YamlErrors.describe(e, places));
        }
    }

    private Node node(Event event, String pointer, int depth) {
        Location start = places.startOf(event);
        if (depth > limits.maxDepth()) {
            throw new MalformedSource(SourceProblem.at(
                    "source-too-deep", "values nest deeper than " + limits.maxDepth() + " levels", start, null));
        }
        if (event instanceof AliasEvent alias) {
            return anchors.expand(alias.getAlias().getValue(), pointer, start, depth);
        }
        String anchor = anchorOf(event);
        if (anchor != null) {
            anchors.open(anchor);
        }
        Node node = content(event, start, pointer, depth);
        if (anchor != null) {
            anchors.close(anchor, node);
        }
        return node;
    }

    private Node content(Event event, Location start, String pointer, int depth) {
        checkTag(event, start);
        if (event instanceof ScalarEvent scalar) {
            return new ScalarNode(start, pointer, valueOf(scalar));
        }
        if (event instanceof SequenceStartEvent) {
            List<Node> items = new ArrayList<>();
            for (Event e = next(); e.getEventId() != Event.ID.SequenceEnd; e = next()) {
                items.add(node(e, Pointers.child(pointer, Integer.toString(items.size())), depth + 1));
            }
            return new ArrayNode(start, pointer, items);
        }
        if (event instanceof MappingStartEvent) {
            return mapping(start, pointer, depth);
        }
        throw new IllegalStateException("unexpected YAML event " + event);
    }

    private void checkTag(Event event, Location place) {
        Optional<String> tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
        tag.filter(written -> !TAGS.matcher(written).matches())
                .ifPresent(written -> problems.add(SourceProblem.at(
                        "yaml-tag",
                        "the tag '" + written.replace("tag:yaml.org,2002:", "!!") + "' has no meaning in JSON",
                        place,
                        "remove it: AsyncAPI allows !!null, !!bool, !!int, !!float, !!str, !!seq and !!map")));
    }

    private ObjectNode mapping(Location start, String pointer, int depth) {
        Members members = new Members(pointer, problems);
        List<Node> merges = new ArrayList<>();
        for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next()) {
            Location keyLocation = places.startOf(key);
            if (key instanceof ScalarEvent scalar) {
                String anchor = anchorOf(key);
                if (anchor != null) {
                    anchors.close(anchor, new ScalarNode(keyLocation, pointer, valueOf(scalar)));
                }
                if (scalar.isPlain() && scalar.getValue().equals("<<")) {
                    merges.add(node(next(), pointer, depth + 1));
                } else {
                    String name = scalar.getValue();
                    members.add(new Member(name, keyLocation, node(next(), Pointers.child(pointer, name), depth + 1)));
                }
            } else {
                Node name = node(key, pointer, depth + 1);
                Node value = node(next(), Pointers.child(pointer, name.text().orElse("?")), depth + 1);
                name.text()
                        .ifPresentOrElse(
                                text -> members.add(new Member(text, keyLocation, value)), () -> badKey(keyLocation));
            }
        }
        merges.forEach(merge -> mergeInto(members, merge));
        return new ObjectNode(start, pointer, members.byName());
    }

    private void badKey(Location place) {
        problems.add(SourceProblem.at("yaml-key", "a key is a text, not a list or an object", place, null));
    }

    private void mergeInto(Members members, Node merge) {
        if (merge instanceof ObjectNode object) {
            object.members().values().forEach(members::addIfAbsent);
        } else if (merge instanceof ArrayNode array && array.items().stream().allMatch(ObjectNode.class::isInstance)) {
            // An item's pointer carries its index; a merged member's must not.
            array.items().forEach(item -> mergeInto(members, anchors.move(item, array.pointer(), item.location())));
        } else {
            problems.add(SourceProblem.at(
                    "yaml-merge", "'<<' merges objects, not " + merge.kind() + " values", merge.location(), null));
        }
    }

    private static @Nullable Object valueOf(ScalarEvent scalar) {
        String tag = scalar.getTag().orElse("");
        if (tag.isEmpty()) { // as nearly everywhere
            return scalar.isPlain() ? CoreScalars.resolve(scalar.getValue()) : scalar.getValue();
        }
        boolean text = !scalar.isPlain() || tag.equals("!") || tag.endsWith(":str");
        return text && !NO_TEXT.matcher(tag).matches() ? scalar.getValue() : CoreScalars.resolve(scalar.getValue());
    }

    private static @Nullable String anchorOf(Event event) {
        return event instanceof NodeEvent node
                ? node.getAnchor().map(a -> a.getValue()).orElse(null)
                : null;
    }

    private Event next() {
        return events.next();
    }
}
