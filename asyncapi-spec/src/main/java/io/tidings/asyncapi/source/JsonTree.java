package io.tidings.asyncapi.source;

import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** JSON text as a located tree. Comments are let pass, as Avro's own parser does. */
final class JsonTree {
    /** Depth is ours to check, with a problem that says where. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .build();

    private final String file;
    private final SourceLimits limits;
    private final List<SourceProblem> problems;

    JsonTree(String file, SourceLimits limits, List<SourceProblem> problems) {
        this.file = file;
        this.limits = limits;
        this.problems = problems;
    }

    Node read(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new MalformedSource(SourceProblem.at(
                        "source-empty", "'" + file + "' is empty", Location.startOf(file), "a JSON value is expected"));
            }
            Node root = value(parser, "", 0);
            if (parser.nextToken() != null) {
                throw malformed("something follows the end of the JSON value", here(parser));
            }
            return root;
        } catch (JacksonException e) {
            throw malformed(inOurWords(e.getOriginalMessage()), location(e.getLocation()));
        }
    }

    private Node value(JsonParser parser, String pointer, int depth) {
        Location start = here(parser);
        if (depth > limits.maxDepth()) {
            throw new MalformedSource(SourceProblem.at(
                    "source-too-deep", "values nest deeper than " + limits.maxDepth() + " levels", start, null));
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return object(parser, pointer, depth, start);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (next(parser) != JsonToken.END_ARRAY) {
                items.add(value(parser, Pointers.child(pointer, Integer.toString(items.size())), depth + 1));
            }
            return new ArrayNode(start, pointer, items);
        }
        return new ScalarNode(start, pointer, scalar(parser, token));
    }

    private ObjectNode object(JsonParser parser, String pointer, int depth, Location start) {
        Members members = new Members(pointer, problems);
        while (next(parser) != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Location keyLocation = here(parser);
            next(parser);
            members.add(new Member(name, keyLocation, value(parser, Pointers.child(pointer, name), depth + 1)));
        }
        return new ObjectNode(start, pointer, members.byName());
    }

    private static @Nullable Object scalar(JsonParser parser, JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> CoreScalars.number(parser.getString());
            default -> null;
        };
    }

    private static JsonToken next(JsonParser parser) {
        JsonToken token = parser.nextToken();
        // Jackson reports an end within a value itself; this keeps the loops finite whatever it does.
        return token == null ? JsonToken.END_OBJECT : token;
    }

    private Location here(JsonParser parser) {
        return location(parser.currentTokenLocation());
    }

    private Location location(@Nullable TokenStreamLocation place) {
        return place == null || place.getLineNr() < 1
                ? Location.startOf(file)
                : new Location(file, place.getLineNr(), Math.max(1, place.getColumnNr()));
    }

    private static MalformedSource malformed(String message, Location location) {
        return new MalformedSource(SourceProblem.at("json-syntax", "not JSON: " + message, location, null));
    }

    /** Jackson's first line, without what it says of itself. */
    private static String inOurWords(@Nullable String message) {
        String line =
                message == null ? "malformed" : message.lines().findFirst().orElse("malformed");
        int aside = line.indexOf(" (start marker");
        return aside < 0 ? line : line.substring(0, aside);
    }
}
