package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.avro.AvroSchemas;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.grammar.SchemaFormat;
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

    /** What a file of this kind holds, whatever its reference says. */
    private static final String AVRO_FILE = "application/vnd.apache.avro+json";

    private final References references;
    private final AvroSchemas avro;
    private final Diagnostics diagnostics;
    private final String defaultFormat;
    private final IdentityHashMap<Node, String> formats = new IdentityHashMap<>();

    SchemaAssembly(References references, AvroSchemas avro, String specVersion, Diagnostics diagnostics) {
        this.references = references;
        this.avro = avro;
        this.diagnostics = diagnostics;
        this.defaultFormat = "application/vnd.aai.asyncapi;version=" + specVersion;
    }

    /** A schema as found: its language, and where it begins after references were followed. */
    private record Found(String format, Node node, boolean read) {
        boolean isAvro() {
            return read && SchemaFormat.of(format).isAvro();
        }
    }

    /** Makes an Avro schema's names known to the others of the document. */
    void announce(@Nullable Node written) {
        if (written == null) {
            return;
        }
        references.object(written).flatMap(node -> node.get("schemaFormat")).ifPresent(this::format);
        Found found = find(written);
        if (found != null && found.isAvro()) {
            avro.add(found.node());
        }
    }

    /** Formats of others are legal; what is nearly one of AsyncAPI's, or a version nobody knows, is probably a mistake. */
    private void format(Node written) {
        SchemaFormat format = SchemaFormat.of(written.text().orElse(""));
        format.near()
                .ifPresent(near -> diagnostics.warning(
                        "schema-format",
                        "'" + written.text().orElse("") + "' is no schema format that AsyncAPI names",
                        written,
                        "did you mean '" + near + "'?"));
        if (!format.versionKnown()) {
            diagnostics.warning(
                    "schema-format-version",
                    "there is no version " + format.version().orElse("") + " of Avro that is known here",
                    written,
                    "it is read as 1.12.0: write version=1.12.0, or leave the version out");
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
        return found.read() && SchemaFormat.of(found.format()).isJsonSchema()
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
        return (format != null && !SchemaFormat.of(format).isJsonSchema())
                || (node instanceof ObjectNode object
                        && AVRO_TYPES.contains(object.string("type").orElse("")));
    }

    private @Nullable Found find(Node written) {
        Found found = findAny(written);
        if (found != null && found.read()) {
            // Where one and the same is declared twice, the more telling format counts.
            formats.merge(
                    found.node(), found.format(), (a, b) -> SchemaFormat.of(a).isJsonSchema() ? b : a);
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
        if (format == null || isAvroFile(object)) {
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
        boolean avroByName = isAvroFile(target) && !SchemaFormat.of(format).isAvro();
        return new Found(avroByName ? AVRO_FILE : format, target, true);
    }

    private static boolean isAvroFile(Node node) {
        String file = node.location().file();
        return file.endsWith(".avsc") || file.endsWith(".avdl");
    }
}
