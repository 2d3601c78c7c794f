package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;

/** The named Avro types of a document: each full name once, whatever number of messages use it. */
final class AvroTypes {

    /** Names that Avro's record classes use for themselves, unqualified: a class of that name would hide them. */
    private static final Set<String> USED_INSIDE = Set.of(
            "Builder",
            "Override",
            "Deprecated",
            "SuppressWarnings",
            "BinaryMessageEncoder",
            "BinaryMessageDecoder",
            "SchemaStore",
            "SpecificData",
            "JsonSchemaParser",
            "Utf8",
            "Object",
            "Throwable",
            "Exception");

    private final Map<String, Schema> byFullName = new LinkedHashMap<>();
    private final Map<String, Location> places = new HashMap<>();
    private final List<Diagnostic> diagnostics;

    private AvroTypes(List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
    }

    static AvroTypes collect(AsyncApiDocument document, List<Diagnostic> diagnostics) {
        AvroTypes types = new AvroTypes(diagnostics);
        for (Channel channel : document.channels().values()) {
            for (Message message : channel.messages().values()) {
                if (message.payload() instanceof MessageSchema.Avro avro
                        && avro.schema().getType() == Schema.Type.RECORD) {
                    types.add(avro.schema(), avro, message);
                }
            }
        }
        types.reportNames();
        return types;
    }

    /** Adds the record of a replica's view; the types of its fields are there already. */
    void addView(Schema view) {
        byFullName.put(view.getFullName(), view);
    }

    List<Schema> inOrder() {
        return new ArrayList<>(byFullName.values());
    }

    /** The class Avro's compiler makes of a named type: names that Java does not allow are changed. */
    JavaName javaName(Schema schema) {
        return new JavaName(
                schema.getNamespace() == null ? "" : SpecificCompiler.mangle(schema.getNamespace()),
                SpecificCompiler.mangleTypeIdentifier(schema.getName()));
    }

    Stream<String> simpleNamesIn(String packageName) {
        return byFullName.values().stream()
                .map(this::javaName)
                .filter(name -> name.packageName().equals(packageName))
                .map(JavaName::simpleName);
    }

    private void add(Schema schema, MessageSchema.Avro source, Message message) {
        switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> addNamed(schema, source, message);
            case ARRAY -> add(schema.getElementType(), source, message);
            case MAP -> add(schema.getValueType(), source, message);
            case UNION -> schema.getTypes().forEach(branch -> add(branch, source, message));
            default -> {
                // primitive types need no class
            }
        }
    }

    private void addNamed(Schema schema, MessageSchema.Avro source, Message message) {
        String fullName = schema.getFullName();
        Schema known = byFullName.putIfAbsent(fullName, schema);
        Location place = source.locationOf(fullName);
        if (known != null) {
            if (!known.equals(schema)) {
                diagnostics.add(redefined(fullName, place, message));
            }
            return;
        }
        places.put(fullName, place);
        if (schema.getType() == Schema.Type.RECORD) {
            schema.getFields().forEach(field -> add(field.schema(), source, message));
        }
    }

    private Diagnostic redefined(String fullName, Location place, Message message) {
        return Diagnostic.error(
                        "codegen-avro-type-redefined",
                        "Avro type '" + fullName + "' is defined twice, and differently; it can become one class only",
                        place,
                        message.pointer(),
                        "Define it in one file and name it elsewhere, or give the other one another name or namespace.")
                .withRelated(places.getOrDefault(fullName, place), "the first definition");
    }

    private void reportNames() {
        Map<String, String> byFileName = new HashMap<>();
        for (Schema schema : byFullName.values()) {
            String fullName = schema.getFullName();
            if (schema.getNamespace() == null) {
                report(
                        "codegen-avro-namespace-missing",
                        fullName,
                        "has no namespace, and a Java class outside of packages cannot be used from a package",
                        "Add a 'namespace' to the schema.");
            }
            if (USED_INSIDE.contains(schema.getName())) {
                report(
                        "codegen-avro-name-reserved",
                        fullName,
                        "cannot become a class: Avro's record classes use '" + schema.getName() + "' for themselves",
                        "Give it another name, and the old one as an alias.");
            }
            String twin = byFileName.putIfAbsent(javaName(schema).toString().toLowerCase(Locale.ROOT), fullName);
            if (twin != null) {
                report(
                        "codegen-avro-name-case",
                        fullName,
                        "differs from '" + twin + "' in case only, which many file systems do not keep apart",
                        "Give it another name, and the old one as an alias.");
            }
        }
    }

    private void report(String code, String fullName, String what, String hint) {
        Location place = places.getOrDefault(fullName, Location.startOf(""));
        diagnostics.add(Diagnostic.error(code, "Avro type '" + fullName + "' " + what, place, "", hint));
    }
}
