package io.tidings.asyncapi.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Says whether the object that a file holds has a field, without building a tree: most files of a folder are none of ours,
 * and this costs little more than reading them.
 */
public final class RootField {
    private final String name;
    private final Pattern written;

    public RootField(String name) {
        this.name = name;
        this.written = Pattern.compile("(?m)^[\\s{]{0,8}[\"']?" + Pattern.quote(name) + "[\"']?\\s*:");
    }

    /**
     * Whether the file has the field. Where the file is broken, or larger than is read, it has if a line near its beginning
     * looks like it: what is meant to be ours is worth a diagnostic.
     *
     * @throws IOException where the file cannot be read
     */
    public boolean isIn(Path file, SourceLimits limits) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limits.maxBytes());
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (!text.contains(name)) {
                return false;
            }
            String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
            try {
                boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
                return json ? inJson(content) : inYaml(content, limits);
            } catch (JacksonException | YamlEngineException e) {
                return written.matcher(content).find();
            }
        }
    }

    private boolean inJson(String text) {
        try (JsonParser parser = JsonTree.FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                if (parser.currentName().equals(name)) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        }
    }

    private boolean inYaml(String text, SourceLimits limits) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(limits.maxBytes()).build();
        Iterator<Event> events = new Parse(settings).parseString(text).iterator();
        int depth = 0;
        boolean key = true;
        while (events.hasNext()) {
            Event event = events.next();
            Event.ID kind = event.getEventId();
            if (kind == Event.ID.DocumentEnd) {
                return false; // a second document is not looked at, as it is not read
            }
            boolean ends = kind == Event.ID.MappingEnd || kind == Event.ID.SequenceEnd;
            boolean begins = kind == Event.ID.MappingStart || kind == Event.ID.SequenceStart;
            depth -= ends ? 1 : 0;
            if (depth == 1 && (begins || ends || kind == Event.ID.Scalar || kind == Event.ID.Alias)) {
                if (key
                        && event instanceof ScalarEvent scalar
                        && scalar.getValue().equals(name)) {
                    return true;
                }
                key = begins ? key : !key; // what has begun counts when it ends
            }
            depth += begins ? 1 : 0;
            if (depth == 0 && kind != Event.ID.StreamStart && kind != Event.ID.DocumentStart) {
                return false;
            }
            if (depth == 1 && kind == Event.ID.SequenceStart) {
                return false;
            }
        }
        return false;
    }
}
