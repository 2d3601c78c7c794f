package io.tidings.compat.avro;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/** Makes data that reach a place of the writer's schema, so that what a finding says there can be seen. */
final class Witness {

    private static final Pattern STEP = Pattern.compile("\\.([A-Za-z0-9_]+)|\\[]|\\{}|<([^>]+)>");

    private final RandomData data;
    private final List<String> steps = new ArrayList<>();
    private @Nullable Object last;

    Witness(RandomData data, String writerPath) {
        this.data = data;
        Matcher matcher = STEP.matcher(writerPath);
        while (matcher.find()) {
            steps.add(matcher.group());
        }
    }

    /** Whether any datum reaches that place: not through a record that contains itself without a way out. */
    boolean possible(Schema writer) {
        Schema at = writer;
        for (String step : steps) {
            if (!data.possible(at)) {
                return false;
            }
            at = next(at, step);
        }
        return data.possible(at);
    }

    /** A datum for each telling value of the type at that place. */
    List<@Nullable Object> data(Schema writer) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object value : data.telling(place(writer))) {
            last = value;
            all.add(along(writer, 0));
        }
        return all;
    }

    private Schema place(Schema writer) {
        Schema at = writer;
        for (String step : steps) {
            at = next(at, step);
        }
        return at;
    }

    private static Schema next(Schema at, String step) {
        return switch (step.charAt(0)) {
            case '.' -> at.getField(step.substring(1)).schema();
            case '[' -> at.getElementType();
            case '{' -> at.getValueType();
            default -> at.getTypes().get(at.getIndexNamed(step.substring(1, step.length() - 1)));
        };
    }

    private @Nullable Object along(Schema at, int index) {
        if (index == steps.size()) {
            return last;
        }
        String step = steps.get(index);
        @Nullable Object part = along(next(at, step), index + 1);
        return switch (step.charAt(0)) {
            case '.' -> {
                GenericData.Record datum = new GenericData.Record(at);
                for (Schema.Field field : at.getFields()) {
                    boolean here = field.name().equals(step.substring(1));
                    datum.put(field.pos(), here ? part : data.of(field.schema(), 0));
                }
                yield datum;
            }
            case '[' -> new ArrayList<>(Arrays.asList(part));
            case '{' -> Collections.singletonMap("k", part);
            default -> part;
        };
    }
}
