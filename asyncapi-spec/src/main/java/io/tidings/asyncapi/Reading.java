package io.tidings.asyncapi;

import io.tidings.asyncapi.assembly.DocumentAssembly;
import io.tidings.asyncapi.assembly.Version2;
import io.tidings.asyncapi.avro.AvroSchemas;
import io.tidings.asyncapi.bundle.Bundling;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.grammar.Grammar;
import io.tidings.asyncapi.grammar.ReferenceUse;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.reference.Relinking;
import io.tidings.asyncapi.reference.ShapeCheck;
import io.tidings.asyncapi.reference.Sources;
import io.tidings.asyncapi.remote.RemoteFiles;
import io.tidings.asyncapi.rule.RuleSettings;
import io.tidings.asyncapi.rule.Rules;
import io.tidings.asyncapi.rule.SettingsFile;
import io.tidings.asyncapi.rule.Subject;
import io.tidings.asyncapi.schema.Schemas;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.SourceFile;
import io.tidings.asyncapi.source.SourceReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The reading of one document, from file to verdict. */
final class Reading {
    private final Path file;
    private final Diagnostics diagnostics = new Diagnostics();
    private final Sources sources;
    private final References references;
    private final SettingsFile settingsFile;
    private final RuleSettings settings;
    private List<Diagnostic> losses = List.of();
    private List<ReferenceUse> uses = List.of();
    private @Nullable AvroSchemas avro;

    Reading(Path file, ReadOptions options) {
        this.file = file;
        this.sources = new Sources(new SourceReader(options.limits()), new RemoteFiles(options.remote()), diagnostics);
        this.references = new References(file, options.roots(), sources, diagnostics);
        this.settingsFile = SettingsFile.of(options.settings(), file);
        this.settings = options.rules().over(settingsFile.read(new SourceReader(options.limits()), diagnostics));
    }

    ReadResult read() {
        SourceFile source = sources.load(file);
        if (Sources.unreadable(source)) {
            source.problems().forEach(problem -> diagnostics.add(Sources.asDiagnostic(problem)));
        }
        Node root = source.root().orElse(null);
        if (root == null) {
            return result(null, null);
        }
        SpecVersion version = SpecVersion.of(root, diagnostics);
        if (version.supported() && root instanceof ObjectNode document) {
            return result(document(document, version), version);
        }
        return result(null, version);
    }

    /** The document in AsyncAPI 3.1. */
    Rewritten convert() {
        ReadResult read = read();
        Optional<ObjectNode> root = read.document()
                .filter(document -> read.valid())
                .map(document -> document.specVersion().startsWith("2.")
                        ? new Relinking(references, document.file()).of(document.node())
                        : SpecVersion.latest(document.node()));
        return new Rewritten(read, root, losses);
    }

    /** The document in one file. */
    Rewritten bundle() {
        ReadResult read = read();
        AvroSchemas schemas = avro;
        Optional<ObjectNode> root = read.document()
                .filter(document -> read.valid() && schemas != null)
                .map(document -> new Bundling(
                                document.source(),
                                document.specVersion(),
                                references,
                                Objects.requireNonNull(schemas),
                                uses)
                        .bundle());
        return new Rewritten(read, root, List.of());
    }

    /** What was read, for those who look behind the model. */
    References references() {
        return references;
    }

    private AsyncApiDocument document(ObjectNode root, SpecVersion version) {
        Grammar grammar = version.is2() ? Grammar.version2() : Grammar.version3();
        ShapeCheck shape = new ShapeCheck(grammar, version.number(), references, diagnostics);
        shape.check(root);
        Version2 conversion = version.is2() ? new Version2(root, references) : null;
        ObjectNode tree = conversion == null ? root : conversion.convert();
        losses = conversion == null ? List.of() : conversion.losses();
        uses = shape.references();
        AvroSchemas avro = new AvroSchemas(references, diagnostics);
        this.avro = avro;
        DocumentAssembly assembly = new DocumentAssembly(tree, root, version.number(), references, avro, diagnostics);
        AsyncApiDocument document = assembly.assemble();
        Schemas schemas = new Schemas(references, assembly.jsonSchemas(shape.schemas()));
        Subject subject =
                new Subject(document, root, shape.objectsByType(), references, schemas, assembly.messages(document));
        Rules.check(subject, settings, diagnostics);
        return document;
    }

    private ReadResult result(@Nullable AsyncApiDocument document, @Nullable SpecVersion version) {
        TreeSet<Path> read = new TreeSet<>(sources.paths());
        settingsFile.path().ifPresent(read::add);
        return new ReadResult(
                file,
                Optional.ofNullable(document),
                diagnostics.all(),
                Optional.ofNullable(version).flatMap(SpecVersion::written),
                read);
    }
}
