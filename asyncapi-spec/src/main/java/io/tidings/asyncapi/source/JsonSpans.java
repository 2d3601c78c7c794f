package io.tidings.asyncapi.source;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Finds where values of a JSON file are written. */
record JsonSpans(String file, String text) {

    /** @throws NoSpan if there is no text at the path, with the reason */
    TextSpan find(List<String> path) {
        try (JsonParser parser = JsonTree.FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            for (String name : path) {
                enter(parser, name);
            }
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw new NoSpan("it is no text", here(parser));
            }
            Location place = here(parser);
            int from = (int) parser.currentTokenLocation().getCharOffset();
            parser.finishToken();
            int to = (int) parser.currentLocation().getCharOffset();
            return new TextSpan(from, to, "\"", place);
        } catch (JacksonException e) {
            throw new NoSpan("the file is no JSON", Location.startOf(file));
        }
    }

    private void enter(JsonParser parser, String name) {
        Location holder = here(parser);
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new NoSpan("there is no object that could hold '" + name + "'", holder);
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = parser.currentName().equals(name);
            if (parser.currentName().equals("$ref")) {
                throw new NoSpan(YamlSpans.REFERENCE, here(parser));
            }
            parser.nextToken();
            if (found) {
                return;
            }
            parser.skipChildren();
        }
        throw new NoSpan("'" + name + "' is not written here", holder);
    }

    private Location here(JsonParser parser) {
        return new Location(
                file,
                parser.currentTokenLocation().getLineNr(),
                parser.currentTokenLocation().getColumnNr());
    }
}
