package io.tidings.compat.avro;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * Java pairs the branches of two unions by their place where both unions look alike, namespaces left aside, and looks for a
 * branch only elsewhere. That matters where namespaces differ: an enum is then read that otherwise would not be found.
 */
final class UnionPlaces {

    private final Aliases aliases;

    UnionPlaces(Aliases aliases) {
        this.aliases = aliases;
    }

    /**
     * Whether branches are paired by place, where that matters.
     *
     * @param always whether it matters even if all would be paired in the same way by name
     */
    boolean paired(Schema reader, Schema writer, boolean always) {
        if (reader.getType() != Schema.Type.UNION
                || reader.getTypes().size() != writer.getTypes().size()) {
            return false;
        }
        boolean elsewhere = always;
        for (int i = 0; i < writer.getTypes().size(); i++) {
            Schema read = reader.getTypes().get(i);
            Schema written = writer.getTypes().get(i);
            if (read.getType() != written.getType()) {
                return false;
            }
            elsewhere |= TypeNames.named(read) && !aliases.fullName(written).equals(read.getFullName());
        }
        return elsewhere && alike(reader, writer);
    }

    /** Whether a type of that very name stands at another place than the one that is read. */
    static boolean misplaced(Schema union, Schema read, String name) {
        return TypeNames.named(read)
                && !read.getFullName().equals(name)
                && union.getTypes().stream()
                        .anyMatch(branch -> branch.getFullName().equals(name));
    }

    /** Whether two types have the same fields, symbols, sizes and simple names, all the way down. */
    private boolean alike(Schema reader, Schema writer) {
        Set<SchemaPair> seen = new HashSet<>();
        Deque<SchemaPair> open = new ArrayDeque<>(List.of(new SchemaPair(reader, writer)));
        while (!open.isEmpty()) {
            SchemaPair pair = open.pop();
            if (seen.add(pair) && !alikeHere(pair.reader(), pair.writer(), open)) {
                return false;
            }
        }
        return true;
    }

    private boolean alikeHere(Schema reader, Schema writer, Deque<SchemaPair> open) {
        if (reader.getType() != writer.getType()
                || (TypeNames.named(reader) && !aliases.simpleName(writer).equals(reader.getName()))) {
            return false;
        }
        switch (reader.getType()) {
            case ARRAY -> open.push(new SchemaPair(reader.getElementType(), writer.getElementType()));
            case MAP -> open.push(new SchemaPair(reader.getValueType(), writer.getValueType()));
            case FIXED -> {
                return reader.getFixedSize() == writer.getFixedSize();
            }
            case ENUM -> {
                return reader.getEnumSymbols().equals(writer.getEnumSymbols());
            }
            case UNION -> {
                if (reader.getTypes().size() != writer.getTypes().size()) {
                    return false;
                }
                for (int i = 0; i < reader.getTypes().size(); i++) {
                    open.push(new SchemaPair(
                            reader.getTypes().get(i), writer.getTypes().get(i)));
                }
            }
            case RECORD -> {
                return fieldsAlike(reader, writer, open);
            }
            default -> {}
        }
        return true;
    }

    private boolean fieldsAlike(Schema reader, Schema writer, Deque<SchemaPair> open) {
        List<Schema.Field> read = reader.getFields();
        List<Schema.Field> written = writer.getFields();
        if (read.size() != written.size()) {
            return false;
        }
        for (int i = 0; i < read.size(); i++) {
            if (!read.get(i).name().equals(aliases.fieldName(writer, written.get(i)))) {
                return false;
            }
            open.push(new SchemaPair(read.get(i).schema(), written.get(i).schema()));
        }
        return true;
    }
}
