package io.tidings.asyncapi.source;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What a document calls itself, read without building a tree: enough to know which of many versions are worth reading. What is
 * not written out where it belongs (an alias, a merge key, a reference) is unknown here, and so is everything in a file that is
 * broken: then the document itself has to be read.
 *
 * @param id of the document; null where it has none, or it was not asked for
 * @param title of {@code info}; null where unknown
 * @param version of {@code info}; null where unknown
 */
public record Heading(
        @Nullable String id,
        @Nullable String title,
        @Nullable String version) {

    private static final Heading UNKNOWN = new Heading(null, null, null);

    /** How much is read. */
    public enum Extent {
        /** As far as {@code info}, which stands near the beginning: {@code id} may be missed. */
        INFO,
        /** To the end, if need be. */
        ALL
    }

    /**
     * Reads it, of JSON as of YAML, in UTF-8.
     *
     * @param content of a file
     */
    public static Heading of(byte[] content, Extent extent, SourceLimits limits) {
        String text = new String(content, StandardCharsets.UTF_8);
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(limits.maxBytes()).build();
        try {
            Iterator<Event> events = new Parse(settings)
                    .parseString(text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .iterator();
            return new Reading(extent).of(events);
        } catch (YamlEngineException e) {
            return UNKNOWN;
        }
    }

    /** Goes through the file once. */
    private static final class Reading {
        private final Extent extent;
        private @Nullable String id;
        private @Nullable String title;
        private @Nullable String version;
        private int depth;
        /** The keys that lead to where the reading is: of the root, and of {@code info}. */
        private final @Nullable String[] keys = new String[3];

        Reading(Extent extent) {
            this.extent = extent;
        }

        Heading of(Iterator<Event> events) {
            while (events.hasNext()) {
                Event event = events.next();
                Event.ID kind = event.getEventId();
                boolean ends = kind == Event.ID.MappingEnd || kind == Event.ID.SequenceEnd;
                boolean begins = kind == Event.ID.MappingStart || kind == Event.ID.SequenceStart;
                depth -= ends ? 1 : 0;
                if (kind == Event.ID.DocumentEnd || (ends && depth == 1 && isInfo() && extent == Extent.INFO)) {
                    break;
                }
                if (depth == 0 && kind == Event.ID.SequenceStart) {
                    return UNKNOWN;
                }
                if (begins && depth == 1 && isInfo() && kind == Event.ID.SequenceStart) {
                    return UNKNOWN;
                }
                if (depth == 1 || (depth == 2 && isInfo())) {
                    entry(event, begins, ends);
                }
                depth += begins ? 1 : 0;
                if (begins && depth == 2) {
                    keys[2] = null;
                }
            }
            return new Heading(id, title, version);
        }

        private boolean isInfo() {
            return "info".equals(keys[1]);
        }

        /** A key, or the value that follows it. What begins here counts when it ends. */
        private void entry(Event event, boolean begins, boolean ends) {
            boolean node = begins || ends || event instanceof ScalarEvent || event.getEventId() == Event.ID.Alias;
            if (!node || begins) {
                return;
            }
            String text = event instanceof ScalarEvent scalar ? scalar.getValue() : null;
            String key = keys[depth];
            if (key == null) {
                keys[depth] = text == null ? "" : text;
                return;
            }
            if (text != null) {
                value(key, text);
            }
            keys[depth] = null;
        }

        private void value(String key, String text) {
            if (depth == 1 && key.equals("id")) {
                id = text;
            } else if (depth == 2 && key.equals("title")) {
                title = text;
            } else if (depth == 2 && key.equals("version")) {
                version = text;
            }
        }
    }
}
