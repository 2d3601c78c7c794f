package io.tidings.asyncapi.source;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The parser's complaints in the user's terms. */
final class YamlErrors {
    private static final String CODE = "yaml-syntax";

    private YamlErrors() {}

    static SourceProblem describe(YamlEngineException e, YamlPlaces places) {
        if (e instanceof MarkedYamlEngineException marked) {
            return marked(marked, places);
        }
        if (e instanceof ReaderException reader) {
            return SourceProblem.at(
                    CODE,
                    String.format(Locale.ROOT, "the character U+%04X is not allowed in YAML", reader.getCodePoint()),
                    places.atCodePoint(reader.getPosition()),
                    "remove it, or write it as an escape within double quotes");
        }
        String message = Optional.ofNullable(e.getMessage()).orElse("malformed");
        return SourceProblem.at(CODE, "not YAML: " + message, Location.startOf(places.file()), null);
    }

    private static boolean onlyBlankBefore(Mark mark) {
        int[] text = mark.getBuffer();
        for (int i = mark.getPointer() - 1; i >= 0 && text[i] != '\n' && text[i] != '\r'; i--) {
            if (text[i] != ' ' && text[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private static SourceProblem marked(MarkedYamlEngineException e, YamlPlaces places) {
        Location place =
                e.getProblemMark().or(e::getContextMark).map(places::at).orElse(Location.startOf(places.file()));
        String problem = Optional.ofNullable(e.getProblem()).orElse("malformed");
        @Nullable Location began =
                e.getContextMark().map(places::at).filter(c -> !c.equals(place)).orElse(null);
        String message = problem;
        String hint = null;
        if (problem.contains("\\t(TAB)")) {
            boolean indents =
                    e.getProblemMark().map(YamlErrors::onlyBlankBefore).orElse(true);
            message = indents ? "a tab indents this line" : "a tab stands before this value";
            hint = indents ? "YAML is indented by spaces only" : "readers of YAML disagree about tabs: write a space";
        } else if (problem.contains("cannot start any token")) {
            message = problem.replaceAll(
                    "found character '?([^ ']+)'? that cannot start any token.*", "no value begins with '$1'");
            hint = "put the value into quotes";
        } else if (problem.contains("mapping values are not allowed here")) {
            message = "a ':' stands where no key is expected";
            hint = "check the indentation of this line; a text with ': ' in it needs quotes";
        } else if (problem.contains("end of stream")) {
            message = "the file ends within a value that begins here";
            hint = "close the quote or bracket";
            return new SourceProblem(CODE, "not YAML: " + message, began == null ? place : began, "", hint, null);
        } else if (e.getContext() != null) {
            message = e.getContext() + ", " + problem;
        }
        return new SourceProblem(CODE, "not YAML: " + message, place, "", hint, began);
    }
}
