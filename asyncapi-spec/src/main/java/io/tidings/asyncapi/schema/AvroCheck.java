package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value is one of an Avro schema, found by encoding it. It may be written in Avro's JSON encoding, or as people
 * write plain JSON: a union's branch may be named, {@code {"string": "x"}}, or left to be seen from the value; what a field's
 * default says may be left out; and logical types may be written as they are read, dates as ISO 8601 and decimals as numbers.
 */
final class AvroCheck {
    /** Unions of records that nest could otherwise be tried for ever; beyond this a value is let pass. */
    private static final int MOST_STEPS = 100_000;

    private final MessageSchema.Avro whole;
    private final AvroScalars scalars = new AvroScalars();
    private List<Problem> problems = new ArrayList<>();
    private int steps;

    AvroCheck(MessageSchema.Avro whole) {
        this.whole = whole;
    }

    List<Problem> problems(Node value) {
        Object datum = read(whole.schema(), value);
        if (problems.isEmpty() && steps <= MOST_STEPS) {
            encode(datum, value);
        }
        return problems;
    }

    private void encode(@Nullable Object datum, Node value) {
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(OutputStream.nullOutputStream(), null);
            new GenericDatumWriter<@Nullable Object>(whole.schema(), new GenericData()).write(datum, encoder);
        } catch (AvroRuntimeException | ClassCastException | NullPointerException | IOException e) {
            problems.add(Problem.at(value, "Avro cannot encode it: " + e.getMessage(), null));
        }
    }

    private @Nullable Object read(Schema schema, Node value) {
        if (++steps > MOST_STEPS) {
            return null;
        }
        return switch (schema.getType()) {
            case RECORD ->
                value instanceof ObjectNode object ? record(schema, object) : expected(schema, value, "an object");
            case MAP -> value instanceof ObjectNode object ? map(schema, object) : expected(schema, value, "an object");
            case ARRAY -> value instanceof ArrayNode list ? array(schema, list) : expected(schema, value, "a list");
            case UNION -> union(schema, value);
            default -> scalars.read(schema, value, problem -> problems.add(located(problem, schema)));
        };
    }

    private @Nullable Object expected(Schema schema, Node value, String what) {
        String name = schema.getType() == Schema.Type.RECORD ? " (" + schema.getFullName() + ")" : "";
        problems.add(
                located(Problem.at(value, "expected " + what + name + ", found " + Words.found(value), null), schema));
        return null;
    }

    private Object record(Schema schema, ObjectNode object) {
        GenericData.Record datum = new GenericData.Record(schema);
        List<String> unknown = object.members().keySet().stream()
                .filter(name -> schema.getField(name) == null)
                .toList();
        List<String> meant = new ArrayList<>();
        for (Field field : schema.getFields()) {
            Node given = object.get(field.name()).orElse(null);
            if (given != null) {
                datum.put(field.pos(), read(field.schema(), given));
            } else if (field.hasDefaultValue()) {
                datum.put(field.pos(), GenericData.get().getDefaultValue(field));
            } else {
                missing(schema, field, object, unknown, meant);
            }
        }
        for (String name : unknown) {
            if (!meant.contains(name)) {
                unknown(
                        schema,
                        java.util.Objects.requireNonNull(object.members().get(name)));
            }
        }
        return datum;
    }

    private void missing(Schema schema, Field field, ObjectNode object, List<String> unknown, List<String> meant) {
        String near = DidYouMean.among(field.name(), unknown).orElse(null);
        String message = "the field '" + field.name() + "' is missing";
        Problem problem;
        if (near != null) {
            meant.add(near);
            problem = Problem.at(
                    java.util.Objects.requireNonNull(object.members().get(near)),
                    message,
                    "did you mean '" + field.name() + "' by '" + near + "'?");
        } else {
            String hint = nullable(field.schema())
                    ? "write '" + field.name() + ": null', or give it a default in the schema"
                    : "add '" + field.name() + "', or give it a default in the schema";
            problem = Problem.at(object, message, hint);
        }
        problems.add(problem.because(whole.locationOf(schema.getFullName(), field.name()), "it is defined here"));
    }

    private void unknown(Schema schema, Member member) {
        List<String> names = schema.getFields().stream().map(Field::name).toList();
        boolean alias =
                schema.getFields().stream().anyMatch(field -> field.aliases().contains(member.name()));
        String hint = alias ? "it is an alias only: write the field's name" : DidYouMean.hint(member.name(), names);
        problems.add(Problem.at(
                        member,
                        "'" + Words.cut(member.name()) + "' is no field of '" + schema.getFullName() + "'",
                        hint)
                .because(whole.locationOf(schema.getFullName()), "its schema"));
    }

    private Object map(Schema schema, ObjectNode object) {
        Map<String, @Nullable Object> datum = new LinkedHashMap<>();
        object.members().forEach((name, member) -> datum.put(name, read(schema.getValueType(), member.value())));
        return datum;
    }

    private Object array(Schema schema, ArrayNode list) {
        List<@Nullable Object> datum = new ArrayList<>();
        list.items().forEach(item -> datum.add(read(schema.getElementType(), item)));
        return datum;
    }

    /** The value read by one branch, and what is against it. */
    private record Attempt(Schema branch, @Nullable Object datum, List<Problem> problems) {}

    private Attempt attempt(Schema branch, Node value) {
        List<Problem> before = problems;
        problems = new ArrayList<>();
        Object datum = read(branch, value);
        Attempt attempt = new Attempt(branch, datum, problems);
        problems = before;
        return attempt;
    }

    private @Nullable Object union(Schema union, Node value) {
        List<Attempt> attempts = new ArrayList<>();
        Attempt named = named(union, value);
        if (named != null) {
            attempts.add(named);
        }
        for (Schema branch : union.getTypes()) {
            if (!attempts.isEmpty()
                    && attempts.get(attempts.size() - 1).problems().isEmpty()) {
                break;
            }
            if (couldBe(branch, value)) {
                attempts.add(attempt(branch, value));
            }
        }
        Attempt best = best(attempts, named);
        if (best == null) {
            List<String> branches =
                    union.getTypes().stream().map(Schema::getFullName).toList();
            String hint = onlyName(value)
                    .flatMap(name -> DidYouMean.among(name, branches))
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("its branches are: " + Words.some(branches));
            problems.add(Problem.at(value, Words.found(value) + " fits no branch of the union", hint));
            return null;
        }
        problems.addAll(best.problems());
        return best.datum();
    }

    /** The one that fits, or else the one whose problems are worth telling; null where that cannot be known. */
    private static @Nullable Attempt best(List<Attempt> attempts, @Nullable Attempt named) {
        for (Attempt attempt : attempts) {
            if (attempt.problems().isEmpty()) {
                return attempt;
            }
        }
        if (named != null) {
            return named;
        }
        int fewest = attempts.stream().mapToInt(a -> a.problems().size()).min().orElse(0);
        List<Attempt> nearest =
                attempts.stream().filter(a -> a.problems().size() == fewest).toList();
        return nearest.size() == 1 ? nearest.get(0) : null;
    }

    private static Optional<String> onlyName(Node value) {
        return value instanceof ObjectNode object && object.members().size() == 1
                ? object.members().keySet().stream().findFirst()
                : Optional.empty();
    }

    /** Avro's own way: an object whose only member is called as a branch is. */
    private @Nullable Attempt named(Schema union, Node value) {
        if (!(value instanceof ObjectNode object) || object.members().size() != 1) {
            return null;
        }
        Member only = object.members().values().iterator().next();
        for (Schema branch : union.getTypes()) {
            boolean called =
                    branch.getFullName().equals(only.name()) || branch.getName().equals(only.name());
            if (called && branch.getType() != Schema.Type.NULL) {
                return attempt(branch, only.value());
            }
        }
        return null;
    }

    /** Whether a value has the outward shape of a branch's. */
    private static boolean couldBe(Schema branch, Node value) {
        return switch (branch.getType()) {
            case RECORD, MAP -> value instanceof ObjectNode;
            case ARRAY -> value instanceof ArrayNode;
            case NULL -> value instanceof ScalarNode scalar && scalar.value() == null;
            default ->
                value instanceof ScalarNode scalar
                        && scalar.value() != null
                        && AvroScalars.couldBe(branch, scalar.value());
        };
    }

    private static boolean nullable(Schema schema) {
        return schema.isNullable();
    }

    private Problem located(Problem problem, Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> problem.because(whole.locationOf(schema.getFullName()), "its schema");
            default -> problem;
        };
    }
}
