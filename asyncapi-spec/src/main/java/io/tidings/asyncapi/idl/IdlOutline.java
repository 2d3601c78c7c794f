package io.tidings.asyncapi.idl;

import io.tidings.asyncapi.source.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTreeWalker;
import org.apache.avro.idl.IdlBaseListener;
import org.apache.avro.idl.IdlLexer;
import org.apache.avro.idl.IdlParser;
import org.jspecify.annotations.Nullable;

/** Where one IDL file declares what: Avro's reader keeps no places, but its grammar has them. */
final class IdlOutline extends IdlBaseListener {
    private final String file;
    private final String[] lines;
    private final List<Import> imports = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<String, Location> places = new HashMap<>();
    private final Map<String, Location> declaredAgain = new HashMap<>();
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<String> records = new ArrayDeque<>();
    private String namespace = "";

    /** Another file that this one wants. */
    record Import(String path, boolean idl, Location at) {}

    /** What is no IDL. */
    record Mistake(String message, Location at) {}

    private IdlOutline(String file, String text) {
        this.file = file;
        this.lines = text.split("\n", -1);
    }

    static IdlOutline of(String file, String text) {
        IdlOutline outline = new IdlOutline(file, text);
        Errors errors = outline.new Errors();
        IdlLexer lexer = new IdlLexer(CharStreams.fromString(text, file));
        lexer.removeErrorListeners();
        lexer.addErrorListener(errors);
        CommonTokenStream stream = new CommonTokenStream(lexer);
        IdlParser parser = new IdlParser(stream);
        parser.removeErrorListeners();
        parser.addErrorListener(errors);
        IdlParser.IdlFileContext tree = parser.idlFile();
        outline.tokens.addAll(stream.getTokens());
        if (outline.mistakes.isEmpty()) {
            ParseTreeWalker.DEFAULT.walk(outline, tree);
        }
        return outline;
    }

    List<Import> imports() {
        return imports;
    }

    /** The first mistake: what follows it is often only its echo. */
    Optional<Mistake> mistake() {
        return mistakes.stream().findFirst();
    }

    /** Of types by full name, of their fields by {@code full.Name#field}. */
    Map<String, Location> places() {
        return places;
    }

    /** Where a word stands, or where it is declared again; empty where it does not. */
    Optional<Location> find(String word, boolean again) {
        if (again && declaredAgain.containsKey(word)) {
            return Optional.ofNullable(declaredAgain.get(word));
        }
        return tokens.stream()
                .filter(token -> token.getType() == IdlLexer.IdentifierToken)
                .filter(token -> bare(token.getText()).equals(word))
                .skip(again ? 1 : 0)
                .findFirst()
                .map(this::at);
    }

    @Override
    public void exitNamespaceDeclaration(IdlParser.NamespaceDeclarationContext declaration) {
        namespace = bare(declaration.namespace.getText());
    }

    @Override
    public void enterProtocolDeclaration(IdlParser.ProtocolDeclarationContext protocol) {
        namespace = namespaceOf(protocol.schemaProperties).orElse("");
    }

    @Override
    public void exitImportStatement(IdlParser.ImportStatementContext statement) {
        String literal = statement.location.getText();
        boolean idl = statement.importType.getType() == IdlLexer.IDL;
        imports.add(new Import(literal.substring(1, literal.length() - 1), idl, at(statement.location)));
    }

    @Override
    public void enterRecordDeclaration(IdlParser.RecordDeclarationContext declaration) {
        records.push(declare(declaration.name, declaration.schemaProperties));
    }

    @Override
    public void exitRecordDeclaration(IdlParser.RecordDeclarationContext declaration) {
        records.pop();
    }

    @Override
    public void enterEnumDeclaration(IdlParser.EnumDeclarationContext declaration) {
        declare(declaration.name, declaration.schemaProperties);
    }

    @Override
    public void enterFixedDeclaration(IdlParser.FixedDeclarationContext declaration) {
        declare(declaration.name, declaration.schemaProperties);
    }

    @Override
    public void enterVariableDeclaration(IdlParser.VariableDeclarationContext declaration) {
        if (!records.isEmpty()) {
            String field = bare(declaration.fieldName.getText());
            note(records.peek() + "#" + field, field, at(declaration.fieldName.getStart()));
        }
    }

    private String declare(IdlParser.IdentifierContext name, List<IdlParser.SchemaPropertyContext> properties) {
        String simple = bare(name.getText());
        String within = namespaceOf(properties).orElse(namespace);
        String full = simple.indexOf('.') >= 0 || within.isEmpty() ? simple : within + "." + simple;
        note(full, simple, at(name.getStart()));
        return full;
    }

    private void note(String key, String word, Location place) {
        if (places.putIfAbsent(key, place) != null) {
            declaredAgain.putIfAbsent(word, place);
        }
    }

    private static Optional<String> namespaceOf(List<IdlParser.SchemaPropertyContext> properties) {
        return properties.stream()
                .filter(property -> bare(property.name.getText()).equals("namespace"))
                .map(property -> property.value.getText())
                .filter(text -> text.length() >= 2)
                .map(text -> text.substring(1, text.length() - 1))
                .findFirst();
    }

    private static String bare(String identifier) {
        return identifier.replace("`", "");
    }

    private Location at(Token token) {
        return at(token.getLine(), token.getCharPositionInLine());
    }

    /** The lexer counts code points, editors count UTF-16 code units. */
    private Location at(int line, int points) {
        String content = line <= lines.length ? lines[line - 1] : "";
        int column = content.offsetByCodePoints(0, Math.min(points, content.codePointCount(0, content.length())));
        return new Location(file, Math.max(1, line), column + 1);
    }

    private final class Errors extends BaseErrorListener {
        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                @Nullable Object symbol,
                int line,
                int column,
                String message,
                @Nullable RecognitionException cause) {
            mistakes.add(new Mistake(message, at(line, column)));
        }
    }
}
