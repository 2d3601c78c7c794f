package io.tidings.codegen.contract;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.codegen.plan.CodecPlan;
import io.tidings.codegen.plan.Coding;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.JavaName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;
import org.jspecify.annotations.Nullable;

/**
 * Makes samples of records: of what an example in the document says, and of what the schema allows where it says nothing. The
 * schema and the codec's plan are gone through side by side: one knows names and symbols, the other what Java holds.
 */
final class SamplePlanner {

    private final Map<JavaName, CodecPlan> codecs = new HashMap<>();

    SamplePlanner(GenerationPlan plan) {
        plan.codecs().forEach(codec -> codecs.put(codec.record(), codec));
    }

    /**
     * A sample of a record.
     *
     * @param schema the one that the class was generated from
     * @param example what the document gives as one; where it does not fit the schema, it is not used
     * @return empty if such a record cannot be made by generated code that knows only the document
     */
    Optional<Sample> sample(JavaName record, Schema schema, @Nullable Node example) {
        if (example != null) {
            try {
                return Optional.of(record(record, schema, Set.of(), example));
            } catch (Misfit e) {
                // The validation has said so.
            }
        }
        try {
            return Optional.of(record(record, schema, Set.of(), null));
        } catch (Misfit e) {
            return Optional.empty();
        }
    }

    /** A sample of a record, an enum or a fixed that is a key; empty if none can be made. */
    Optional<Sample> key(JavaName type, Schema schema) {
        return switch (schema.getType()) {
            case ENUM ->
                Optional.of(new Sample.Symbol(
                        type, SpecificCompiler.mangle(schema.getEnumSymbols().get(0))));
            case FIXED -> Optional.of(new Sample.Fixed(type, Collections.nCopies(schema.getFixedSize(), (byte) 1)));
            default -> sample(type, schema, null);
        };
    }

    private Sample record(JavaName type, Schema schema, Set<JavaName> around, @Nullable Node example) {
        CodecPlan codec = codecs.get(type);
        if (codec == null || (example == null && around.contains(type))) {
            throw new Misfit(); // a record in itself: whoever holds it tries another value
        }
        ObjectNode values = example == null ? null : object(example);
        List<Sample.Member> members = new ArrayList<>();
        for (int i = 0; i < codec.fields().size(); i++) {
            Schema.Field field = schema.getFields().get(i);
            Node value = values == null ? null : values.get(field.name()).orElse(null);
            if (values != null && value == null) {
                if (!field.hasDefaultValue()) {
                    throw new Misfit();
                }
                continue; // the builder knows it
            }
            Sample member =
                    value(field.schema(), codec.fields().get(i).coding(), field.name(), with(around, type), value);
            if (!(member instanceof Sample.Nothing && field.defaultVal() == JsonProperties.NULL_VALUE)) {
                members.add(new Sample.Member(codec.fields().get(i).names().setter(), member));
            }
        }
        return new Sample.Struct(type, members);
    }

    private Sample value(Schema schema, Coding coding, String name, Set<JavaName> around, @Nullable Node example) {
        if (coding instanceof Coding.Maybe maybe) {
            return maybe(schema, maybe, name, around, example);
        } else if (coding instanceof Coding.Choice choice) {
            return choice(schema, choice, name, around, example);
        } else if (coding instanceof Coding.Nested nested) {
            return record(nested.type(), schema, around, example);
        } else if (coding instanceof Coding.Items items) {
            return items(schema, items, name, around, example);
        } else if (coding instanceof Coding.Entries entries) {
            return entries(schema, entries, name, around, example);
        } else if (coding instanceof Coding.Symbol symbol) {
            String chosen = example == null ? schema.getEnumSymbols().get(0) : Scalars.text(example);
            if (!schema.hasEnumSymbol(chosen)) {
                throw new Misfit();
            }
            return new Sample.Symbol(symbol.type(), SpecificCompiler.mangle(chosen));
        } else if (coding instanceof Coding.Nothing) {
            return new Sample.Nothing();
        } else if (coding instanceof Coding.Existing) {
            throw new Misfit(); // nobody knows how such a class is filled
        }
        return Scalars.sample(coding, name, example);
    }

    private Sample maybe(Schema schema, Coding.Maybe maybe, String name, Set<JavaName> around, @Nullable Node example) {
        if (example != null && Scalars.isNull(example)) {
            return new Sample.Nothing();
        }
        Schema other = schema.getTypes().get(1 - maybe.nullBranch());
        try {
            return value(other, maybe.value(), name, around, Scalars.unwrapped(example, other));
        } catch (Misfit e) {
            if (example != null) {
                throw e;
            }
            return new Sample.Nothing();
        }
    }

    private Sample choice(
            Schema schema, Coding.Choice choice, String name, Set<JavaName> around, @Nullable Node example) {
        for (int i = 0; i < choice.branches().size(); i++) {
            Schema branch = schema.getTypes().get(i);
            Coding coding = choice.branches().get(i);
            boolean none = coding instanceof Coding.Nothing;
            if (example == null ? none && choice.branches().size() > 1 : none != Scalars.isNull(example)) {
                continue;
            }
            try {
                return value(branch, coding, name, around, Scalars.unwrapped(example, branch));
            } catch (Misfit e) {
                // then another branch
            }
        }
        if (example == null && schema.isNullable()) {
            return new Sample.Nothing();
        }
        throw new Misfit();
    }

    private Sample items(Schema schema, Coding.Items items, String name, Set<JavaName> around, @Nullable Node example) {
        if (example == null) {
            try {
                return new Sample.Items(List.of(value(schema.getElementType(), items.item(), name, around, null)));
            } catch (Misfit e) {
                return new Sample.Items(List.of());
            }
        }
        if (!(example instanceof ArrayNode array)) {
            throw new Misfit();
        }
        return new Sample.Items(array.items().stream()
                .map(item -> value(schema.getElementType(), items.item(), name, around, item))
                .toList());
    }

    private Sample entries(
            Schema schema, Coding.Entries entries, String name, Set<JavaName> around, @Nullable Node example) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        if (example == null) {
            try {
                samples.put("key", value(schema.getValueType(), entries.value(), name, around, null));
            } catch (Misfit e) {
                // an empty map is one, too
            }
        } else {
            object(example)
                    .members()
                    .forEach((key, member) -> samples.put(
                            key, value(schema.getValueType(), entries.value(), name, around, member.value())));
        }
        return new Sample.Entries(entries.key(), samples);
    }

    private static ObjectNode object(Node example) {
        if (example instanceof ObjectNode object) {
            return object;
        }
        throw new Misfit();
    }

    private static Set<JavaName> with(Set<JavaName> around, JavaName type) {
        Set<JavaName> more = new HashSet<>(around);
        more.add(type);
        return more;
    }
}
