package io.tidings.cli;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import io.tidings.cli.SchemaAnswer.Entry;
import io.tidings.compat.json.Clause;
import io.tidings.compat.json.Formula;
import io.tidings.compat.json.Formula.Refer;
import io.tidings.compat.json.JsonReader;
import io.tidings.compat.json.JsonSchema;
import io.tidings.compat.json.JsonValue;
import io.tidings.compat.json.JsonVerdict;
import io.tidings.compat.json.JsonVerdict.Undecided;
import io.tidings.compat.json.JsonVerdict.Unreadable;
import io.tidings.compat.json.SchemaDocument;
import io.tidings.compat.json.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Judges JSON Schemas: each keyword of the reader, and a value for each that refuses one. */
final class JsonSchemaFiles {

    private static final int LONGEST = 10_000;

    /** Keywords whose clauses are named after properties. */
    private static final Set<String> OF_PROPERTIES = Set.of("properties", "required");

    private final JsonReader judge = new JsonReader();
    private final JsonSchema reader;
    private final JsonSchema writer;
    private final List<Entry> findings = new ArrayList<>();

    private JsonSchemaFiles(JsonSchema reader, JsonSchema writer) {
        this.reader = reader;
        this.writer = writer;
    }

    static SchemaAnswer judge(String reader, String readerName, String writer, String writerName) {
        return new JsonSchemaFiles(schema(reader, readerName), schema(writer, writerName)).answer();
    }

    private static JsonSchema schema(String text, String name) {
        Node root = SchemaKind.tree(text)
                .orElseThrow(() -> new UnusableInput(name + " is not a JSON Schema: it is neither JSON nor YAML"));
        boolean schema =
                root instanceof ObjectNode || (root instanceof ScalarNode scalar && scalar.value() instanceof Boolean);
        if (!schema) {
            throw new UnusableInput(name + " is not a JSON Schema: that is an object, true or false");
        }
        return SchemaDocument.of(root);
    }

    private SchemaAnswer answer() {
        boolean reads = true;
        for (Clause clause : reader.clauses()) {
            reads &= judged(clause);
        }
        if (reads) {
            literally();
        }
        return new SchemaAnswer(reads, reads, findings);
    }

    private boolean judged(Clause clause) {
        JsonVerdict verdict = judge.judge(List.of(clause.formula()), List.of(new Refer(writer)));
        String path = "$" + (OF_PROPERTIES.contains(clause.keyword()) ? Steps.property(clause.name()) : "");
        if (verdict instanceof Unreadable no) {
            String value = JsonValue.text(no.witness(), LONGEST);
            findings.add(new Entry(
                    "read-refused",
                    false,
                    path,
                    path,
                    "the reader refuses " + value + " by " + clause.keyword(),
                    value));
        } else if (verdict instanceof Undecided open) {
            findings.add(new Entry(
                    "read-undecided",
                    false,
                    "$" + open.path(),
                    "$" + open.path(),
                    "whether the reader admits all that the writer writes is not decided: " + open.keyword(),
                    null));
        }
        return verdict.readable();
    }

    /** A sender sends what it describes; one that does not is refused perhaps. */
    private void literally() {
        List<Formula> sent = List.of(new Refer(writer));
        if (judge.judgeLiterally(List.of(new Refer(reader)), sent) instanceof Unreadable no) {
            String value = JsonValue.text(no.witness(), LONGEST);
            findings.add(new Entry(
                    "read-undeclared",
                    true,
                    "$",
                    "$",
                    "the reader refuses " + value + ", if writers write what they do not declare",
                    value));
        }
    }
}
