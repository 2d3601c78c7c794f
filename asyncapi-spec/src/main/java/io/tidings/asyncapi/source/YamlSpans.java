package io.tidings.asyncapi.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Finds where values of a YAML file are written: by the parser's events, since a tree has forgotten anchors and merges. */
final class YamlSpans {
    static final String REFERENCE = "it comes from elsewhere, by '$ref'";

    private final String text;
    private final YamlPlaces places;
    private final List<Event> events = new ArrayList<>();

    YamlSpans(String file, String text) {
        this.text = text;
        this.places = new YamlPlaces(file, text);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(SourceLimits.DEFAULT.maxBytes())
                .build();
        try {
            new Parse(settings).parseString(text).forEach(events::add);
        } catch (YamlEngineException e) {
            throw new MalformedSource(YamlErrors.describe(e, places));
        }
    }

    /** @throws NoSpan if there is no text at the path, or one that others share, with the reason */
    TextSpan find(List<String> path) {
        int at = 2; // behind the starts of the stream and of the document
        if (events.size() <= at) {
            throw new NoSpan("the file is empty", Location.startOf(places.file()));
        }
        shared(at);
        for (String name : path) {
            at = enter(at, name);
            shared(at);
        }
        if (!(events.get(at) instanceof ScalarEvent scalar)) {
            throw new NoSpan("it is no text", place(at));
        }
        int from = behindProperties(index(scalar.getStartMark()));
        int to = index(scalar.getEndMark());
        ScalarStyle style = scalar.getScalarStyle();
        if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
            throw new NoSpan("it is written as a block: write it on one line", place(at));
        }
        String quote = style == ScalarStyle.PLAIN ? "" : style == ScalarStyle.SINGLE_QUOTED ? "'" : "\"";
        return new TextSpan(from, to, quote, place(at));
    }

    /** The event with which the value of a member begins. */
    private int enter(int at, String name) {
        if (!(events.get(at) instanceof MappingStartEvent)) {
            throw new NoSpan("there is no object that could hold '" + name + "'", place(at));
        }
        boolean merges = false;
        int found = -1;
        int next = at + 1;
        while (!(events.get(next) instanceof CollectionEndEvent)) {
            int value = behind(next);
            if (events.get(next) instanceof ScalarEvent key) {
                merges |= key.isPlain() && key.getValue().equals("<<");
                found = key.getValue().equals(name) ? value : found;
                if (key.getValue().equals("$ref") && at > 2) {
                    throw new NoSpan(REFERENCE, place(next));
                }
            }
            next = behind(value);
        }
        if (found < 0) {
            throw new NoSpan(
                    merges ? "it comes from elsewhere, by the merge key '<<'" : "'" + name + "' is not written here",
                    place(at));
        }
        return found;
    }

    /** What an alias repeats would change in all its places. */
    private void shared(int at) {
        if (events.get(at) instanceof AliasEvent alias) {
            throw new NoSpan("it comes from elsewhere, by the alias '*" + alias.getAlias() + "'", place(at));
        }
        Optional<Anchor> anchor = events.get(at) instanceof NodeEvent node ? node.getAnchor() : Optional.empty();
        anchor.flatMap(name -> aliases(name, at)).ifPresent(alias -> {
            throw new NoSpan("the alias '*" + anchor.get() + "' repeats it elsewhere", places.startOf(alias));
        });
    }

    private Optional<Event> aliases(Anchor anchor, int from) {
        return events.stream()
                .skip(from)
                .filter(event ->
                        event instanceof AliasEvent alias && alias.getAlias().equals(anchor))
                .findFirst();
    }

    /** The event behind a whole node. */
    private int behind(int at) {
        int depth = 0;
        int next = at;
        do {
            Event event = events.get(next++);
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
        } while (depth > 0);
        return next;
    }

    /** A scalar's mark stands before its anchor and tag. */
    private int behindProperties(int from) {
        int at = from;
        while (text.charAt(at) == '!' || text.charAt(at) == '&') {
            while (!Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            at = behindBlanks(at);
        }
        return at;
    }

    private int behindBlanks(int from) {
        int at = from;
        while (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '#') {
            if (text.charAt(at) == '#') {
                while (text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                    at++;
                }
            } else {
                at++;
            }
        }
        return at;
    }

    private int index(Optional<Mark> mark) {
        return text.offsetByCodePoints(0, mark.map(Mark::getIndex).orElse(0));
    }

    private Location place(int at) {
        return places.startOf(events.get(at));
    }
}
