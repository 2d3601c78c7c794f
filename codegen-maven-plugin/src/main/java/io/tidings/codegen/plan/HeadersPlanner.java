package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Location;
import io.tidings.codegen.plan.HeadersPlan.Choice;
import io.tidings.codegen.plan.HeadersPlan.Header;
import io.tidings.codegen.plan.NameScope.Claimant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;

/** Plans the headers of a kind of message: which are always the same, and which its sender decides. */
final class HeadersPlanner {

    /** Classes that the record uses, in lower case: an enum of that name would hide them. */
    private static final Set<String> USED_INSIDE = Set.of(
            "received",
            "sendoptions",
            "headertype",
            "nullable",
            "generated",
            "override",
            "illegalargumentexception",
            "string",
            "integer",
            "long",
            "double",
            "boolean",
            "uuid",
            "instant",
            "localdate");

    /** What an enum has beside its constants. */
    private static final Set<String> USED_IN_CHOICES = Set.of("type");

    private final String packageName;
    private final NameScope classes;
    private final List<Diagnostic> diagnostics;

    HeadersPlanner(String packageName, NameScope classes, List<Diagnostic> diagnostics) {
        this.packageName = packageName;
        this.classes = classes;
        this.diagnostics = diagnostics;
    }

    /** A header, wherever it was declared. */
    private record Declared(String name, boolean required, HeaderSchema schema, Location location) {}

    /** Headers, by name, that every message has with just that value. */
    Map<String, String> constants(Message message) {
        Map<String, String> constants = new LinkedHashMap<>();
        for (Declared header : declared(message)) {
            if (header.schema().texts().size() == 1 && !OwnHeaders.contains(header.name())) {
                constants.put(header.name(), header.schema().texts().get(0));
            }
        }
        return constants;
    }

    /** What a message calls its kind, where the document declares that. */
    Optional<String> typeName(Message message) {
        return declared(message).stream()
                .filter(header -> header.name().equals(OwnHeaders.TYPE))
                .filter(header -> header.schema().texts().size() == 1)
                .map(header -> header.schema().texts().get(0))
                .findFirst();
    }

    /**
     * The headers that the sender decides, if there are any.
     *
     * @param filledIn names of headers that the runtime fills in
     */
    Optional<HeadersPlan> plan(Message message, String codeName, Set<String> filledIn) {
        List<Declared> asked = declared(message).stream()
                .filter(header -> header.schema().texts().size() != 1)
                .filter(header -> !OwnHeaders.contains(header.name()) && !filledIn.contains(header.name()))
                .toList();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        String stem = classes.claim(
                codeName,
                List.of("Headers"),
                new Claimant("the headers of message '" + message.name() + "'", codeName, message));
        // In the record's scope: names of its own, and those of its enums.
        Set<String> components = new HashSet<>();
        Set<String> types = new HashSet<>(USED_INSIDE);
        types.add((stem + "Headers").toLowerCase(Locale.ROOT));
        List<Header> headers = new ArrayList<>();
        for (Declared header : asked) {
            doubt(message, header);
            JavaWords words = JavaWords.of(header.name());
            HeaderSchema schema = header.schema();
            headers.add(new Header(
                    header.name(),
                    free(words.camel(), components),
                    schema.kind(),
                    schema.kind() == HeaderKind.CHOICE
                            ? choice(free(words.pascalBesideCamel(), types), schema.texts())
                            : null,
                    header.required() && !schema.nullable(),
                    schema.documentation()));
        }
        return Optional.of(new HeadersPlan(new JavaName(packageName, stem + "Headers"), message.name(), headers));
    }

    private static Choice choice(String typeName, List<String> texts) {
        Set<String> names = new HashSet<>(USED_IN_CHOICES);
        Map<String, String> constants = new LinkedHashMap<>();
        texts.forEach(text -> constants.put(free(JavaWords.of(text).constant(), names), text));
        return new Choice(typeName, constants, free("UNKNOWN", names));
    }

    /** An enum within the record has a file name of both names. */
    private static String free(String written, Set<String> taken) {
        String wanted = NameScope.fitting(written, NameScope.LONGEST);
        String name = wanted;
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = wanted + (Character.isDigit(wanted.charAt(wanted.length() - 1)) ? "_" : "") + number;
        }
        return name;
    }

    private void doubt(Message message, Declared header) {
        String doubt = header.schema().doubt();
        if (doubt != null) {
            diagnostics.add(new Diagnostic(
                    "codegen-header-as-text",
                    Severity.INFO,
                    "The header '" + header.name() + "' of message '" + message.name() + "' is handed over as text: "
                            + doubt,
                    header.location(),
                    message.pointer(),
                    null,
                    List.of()));
        }
    }

    private List<Declared> declared(Message message) {
        if (message.headers() instanceof MessageSchema.Avro avro
                && avro.schema().getType() == Schema.Type.RECORD) {
            Schema record = avro.schema();
            return record.getFields().stream()
                    .map(field -> new Declared(
                            field.name(),
                            true,
                            HeaderSchema.of(field),
                            avro.locationOf(record.getFullName(), field.name())))
                    .toList();
        }
        return message.declaredHeaders().stream()
                .map(header -> new Declared(
                        header.name(), header.required(), HeaderSchema.of(header.schemas()), header.location()))
                .toList();
    }
}
