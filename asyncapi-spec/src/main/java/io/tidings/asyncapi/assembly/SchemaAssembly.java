package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.avro.AvroSchemas;
import io.tidings.asyncapi.grammar.SchemaUse;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.reference.Resolution;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Payloads, headers and keys: which language they are in, and what they say. */
final class SchemaAssembly {
    private static final Set<String> AVRO_TYPES = Set.of("record", "enum", "fixed");

    private final References references;
    private final AvroSchemas avro;
    private final String defaultFormat;
    private final IdentityHashMap<Node, String> formats = new IdentityHashMap<>();

    SchemaAssembly(References references, AvroSchemas avro, String specVersion) {
        this.references = references;
        this.avro = avro;
        this.defaultFormat = SchemaFormats.defaultOf(specVersion);
    }

    /** A schema as found: its language, and where it begins after references were followed. */
    private record Found(String format, Node node, boolean read) {
        boolean isAvro() {
            return read && SchemaFormats.isAvro(format);
        }
    }

    /** Makes an Avro schema's names known to the others of the document. */
    void announce(@Nullable Node written) {
        Found found = written == null ? null : find(written);
        if (found != null && found.isAvro()) {
            avro.add(found.node());
        }
    }

    /** The schema; null where there is none or it is broken. */
    @Nullable MessageSchema read(@Nullable Node written) {
        Found found = written == null ? null : find(written);
        if (found == null) {
            return null;
        }
        if (found.isAvro()) {
            return avro.read(found.node())
                    .map(whole -> new MessageSchema.Avro(
                            found.format(),
                            whole.schema(),
                            whole.places(),
                            found.node().location()))
                    .orElse(null);
        }
        return found.read() && SchemaFormats.isJsonSchema(found.format())
                ? new MessageSchema.Json(found.format(), found.node())
                : new MessageSchema.Other(found.format(), found.node());
    }

    /** Those that the shape shows and that are not in another language, and those found in messages. */
    List<SchemaUse> jsonSchemas(List<SchemaUse> byShape) {
        List<SchemaUse> all = new ArrayList<>();
        for (SchemaUse use : byShape) {
            Found found = follow(use.node(), use.schemaFormat().isEmpty() ? defaultFormat : use.schemaFormat());
            if (found != null && found.read() && !found.isAvro() && !isForeign(found.node())) {
                all.add(new SchemaUse(found.node(), found.format()));
            }
        }
        formats.forEach((node, format) -> {
            if (!isForeign(node)) {
                all.add(new SchemaUse(node, format));
            }
        });
        all.sort(Comparator.comparing(use -> use.node().location()));
        return all;
    }

    /** Avro without its format is let pass here: a rule of its own says so. */
    private boolean isForeign(Node node) {
        String format = formats.get(node);
        return (format != null && !SchemaFormats.isJsonSchema(format))
                || (node instanceof ObjectNode object
                        && AVRO_TYPES.contains(object.string("type").orElse("")));
    }

    private @Nullable Found find(Node written) {
        Found found = findAny(written);
        if (found != null && found.read()) {
            // Where one and the same is declared twice, the more telling format counts.
            formats.merge(found.node(), found.format(), (a, b) -> SchemaFormats.isJsonSchema(a) ? b : a);
        }
        return found;
    }

    private @Nullable Found findAny(Node written) {
        Found outer = follow(written, defaultFormat);
        if (outer == null || !outer.read() || !(outer.node() instanceof ObjectNode object)) {
            return outer;
        }
        String format = object.string("schemaFormat").orElse(null);
        Node inner = object.get("schema").orElse(null);
        if (format == null || isAvscFile(object)) {
            return outer;
        }
        return inner == null ? null : follow(inner, format);
    }

    private @Nullable Found follow(Node written, String format) {
        if (!(written instanceof ObjectNode object) || object.string("$ref").isEmpty()) {
            return new Found(format, written, true);
        }
        Resolution resolution = references.resolve(object);
        if (resolution.unchecked()) {
            return new Found(format, written, false);
        }
        Node target = resolution.target();
        if (target == null) {
            return null;
        }
        boolean avroByName = isAvscFile(target) && !SchemaFormats.isAvro(format);
        return new Found(avroByName ? SchemaFormats.AVRO_FILE : format, target, true);
    }

    private static boolean isAvscFile(Node node) {
        return node.location().file().endsWith(".avsc");
    }
}
