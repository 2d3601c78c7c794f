package io.tidings.codegen.mojo;

import io.tidings.asyncapi.ReadOptions;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.codegen.output.RunKey;
import io.tidings.codegen.output.SourceFile;
import io.tidings.codegen.plan.Accessors;
import io.tidings.codegen.plan.ExistingRecord;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.PlanSettings;
import io.tidings.codegen.plan.Planner;
import io.tidings.codegen.plan.RecordSettings;
import io.tidings.codegen.plan.Role;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.generic.GenericData.StringType;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that make sources from documents: their settings, and to leave out what is there already. */
abstract class SourcesMojo extends DocumentMojo {

    /**
     * Several documents instead of one, relative to the project: files, folders (every AsyncAPI document below them), globs such
     * as {@code src/**}{@code /*.yaml}, and {@code maven:} as for {@code <document>}. The clients of each go into a package of its
     * own below {@code <packageName>}, called after its file: of {@code orders.yaml} and {@code orders/asyncapi.yaml} into {@code
     * orders}.
     */
    @Parameter(property = "tidings.documents")
    private List<String> documents = List.of();

    /**
     * The package of the generated clients; by default the project's groupId and artifactId, as a package. Avro types are
     * generated into their own namespaces.
     */
    @Parameter(property = "tidings.packageName")
    private @Nullable String packageName;

    /**
     * For whom: {@code application} for the service that the document describes, {@code counterpart} for those who talk to
     * it: what it sends, they receive.
     */
    @Parameter(property = "tidings.role", defaultValue = "application")
    private String role = "application";

    /**
     * The consumer group of generated subscribers, where the caller names none. By default, for an application, the {@code
     * groupId} of the operation's Kafka binding, or else the API's name; for a counterpart, this project's artifactId. Where
     * delivery is shared, {@code -shared} follows, unless the binding names the group.
     */
    @Parameter(property = "tidings.group")
    private @Nullable String group;

    /**
     * The class of text in record classes, and of the keys of their maps: {@code String}, {@code CharSequence} or {@code Utf8},
     * Avro's own, which keeps the bytes that came. As in Avro's own plugin, but for the default.
     */
    @Parameter(property = "tidings.stringType", defaultValue = "String")
    private String stringType = "String";

    /**
     * Where the classes of an Avro namespace, and of those within it, are generated, if not in the package of that name: {@code
     * <org.shop>com.acme.shop.v1</org.shop>}. What travels keeps its names. So two majors of one document, which use the same
     * names, can stand side by side.
     */
    @Parameter
    private Map<String, String> recordPackages = Map.of();

    /**
     * Avro types for which there are classes already, which clients use, and for which nothing is generated: {@code org.shop.Money},
     * {@code org.shop.*} for all of a namespace, {@code org.shop.**} for those within it, too. The class is one that Avro's compiler
     * made, from a dependency or from this project; it stands where it would be generated ({@code <recordPackages>}), or where {@code
     * org.shop.Money=com.acme.Amount} says. Its own schema counts in Java; what travels is the document's.
     */
    @Parameter(property = "tidings.existingRecords")
    private List<String> existingRecords = List.of();

    /** Whether the Java fields of records are public: {@code private} or {@code public}. As in Avro's own plugin. */
    @Parameter(property = "tidings.fieldVisibility", defaultValue = "private")
    private String fieldVisibility = "private";

    /** Whether records have setters. As in Avro's own plugin. */
    @Parameter(property = "tidings.createSetters", defaultValue = "true")
    private boolean createSetters = true;

    /** Whether each getter has a {@code getOptional…} beside it. As in Avro's own plugin. */
    @Parameter(property = "tidings.createOptionalGetters", defaultValue = "false")
    private boolean createOptionalGetters;

    /** Whether getters give an {@code Optional}. As in Avro's own plugin. */
    @Parameter(property = "tidings.gettersReturnOptional", defaultValue = "false")
    private boolean gettersReturnOptional;

    /** Whether, if getters give an {@code Optional}, only those of fields do that may be null. As in Avro's own plugin. */
    @Parameter(property = "tidings.optionalGettersForNullableFieldsOnly", defaultValue = "false")
    private boolean optionalGettersForNullableFieldsOnly;

    /**
     * Whether records have a {@code builder()} beside Avro's {@code newBuilder()}: it asks for one field after the other that has
     * to be set, and so a field that is added later breaks the compilation of those who do not set it.
     */
    @Parameter(property = "tidings.stagedBuilders", defaultValue = "true")
    private boolean stagedBuilders = true;

    /** What the sources are compiled with; anything but UTF-8 makes generated sources pure ASCII. */
    @Parameter(property = "encoding", defaultValue = "${project.build.sourceEncoding}")
    private @Nullable String encoding;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private @Nullable MojoExecution execution;

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        MavenProject here = project();
        String whole = packageName == null ? ProjectPackage.of(here.getGroupId(), here.getArtifactId()) : packageName;
        if (!javax.lang.model.SourceVersion.isName(whole)) {
            throw new MojoFailureException("'" + whole + "' is no package: set <packageName>");
        }
        Map<String, Path> byPackage =
                documents.isEmpty() ? Map.of(whole, document()) : PackagePerDocument.below(whole, documents(documents));
        prepare(byPackage.keySet());
        Path root = root(here).toAbsolutePath().normalize();
        FormerRuns runs = new FormerRuns(here, Objects.requireNonNull(execution), goal());
        SharedSources shared = SharedSources.in(getPluginContext());
        Failures failures = new Failures();
        for (Map.Entry<String, Path> entry : byPackage.entrySet()) {
            Path document = entry.getValue();
            PlanSettings settings = settings(here, entry.getKey());
            RunKey key = runs.key(entry.getKey());
            String counting = counting(document, settings, here);
            SourceRun run = new SourceRun(key, root, counting, charset(), runs.records(), shared, getLog());
            failures.collect(() -> run.run(() -> generate(document, settings, here)));
        }
        failures.report();
        runs.deleteOthers(byPackage.keySet(), shared);
        if (forTests()) {
            here.addTestCompileSourceRoot(root.toString());
        } else {
            here.addCompileSourceRoot(root.toString());
        }
    }

    /** Finds what else is to be read; what fields hold afterwards counts among the settings. */
    void prepare(Set<String> packages) throws MojoExecutionException, MojoFailureException {}

    /** What it is called in a pom. */
    abstract String goal();

    /** Whether the sources belong to the tests. */
    abstract boolean forTests();

    /** The packages for which it makes a description, unless the user has one: of the clients, and below. */
    abstract List<String> describedPackages(String packageName);

    /** Where the sources go. */
    abstract Path root(MavenProject here);

    /** The sources to a plan that holds, and what else there is to say. */
    abstract Sources sources(AsyncApiDocument document, PlanSettings settings, GenerationPlan plan)
            throws MojoFailureException;

    /**
     * Sources, and what was found wrong while they were made: with an error, there are none.
     *
     * @param inputs what was read beside the document
     */
    record Sources(List<SourceFile> files, List<Diagnostic> diagnostics, List<Path> inputs) {
        Sources(List<SourceFile> files, List<Diagnostic> diagnostics) {
            this(files, diagnostics, List.of());
        }
    }

    /** Whatever changes what is generated, but for files that are read. */
    private String counting(Path document, PlanSettings settings, MavenProject here) {
        List<String> parts = new ArrayList<>(List.of(
                Configuration.of(this),
                settings.toString(),
                document.toAbsolutePath().toString()));
        for (String described : describedPackages(settings.packageName())) {
            String packageInfo = described.replace('.', '/') + "/package-info.java";
            parts.add(packageInfo + " " + ownPackageInfo(here, packageInfo));
        }
        parts.add(PluginStamp.now());
        return String.join("\n", parts);
    }

    private SourceRun.Product generate(Path document, PlanSettings settings, MavenProject here)
            throws MojoFailureException {
        ReadResult result = read(document, ReadOptions.DEFAULT);
        AsyncApiDocument read = result.valid() ? result.document().orElse(null) : null;
        if (read == null) {
            report(result);
            throw new MojoFailureException(result.file() + " is no AsyncAPI document");
        }
        GenerationPlan plan = Planner.plan(read, settings);
        List<Diagnostic> all = new ArrayList<>(result.diagnostics());
        all.addAll(plan.diagnostics());
        Sources sources = plan.valid() ? sources(read, settings, plan) : new Sources(List.of(), List.of());
        all.addAll(sources.diagnostics());
        ReadResult judged = ReportLog.with(result, all);
        report(judged);
        List<SourceFile> files = new ArrayList<>(sources.files());
        files.removeIf(file -> file.path().endsWith("package-info.java") && ownPackageInfo(here, file.path()));
        String title = plan.title() + " (" + role.toLowerCase(Locale.ROOT) + ")";
        List<Path> inputs = new ArrayList<>(inputs(result));
        inputs.addAll(sources.inputs());
        return new SourceRun.Product(title, files, inputs, ReportLog.remarks(judged));
    }

    private PlanSettings settings(MavenProject here, String intoPackage) throws MojoFailureException {
        Role forWhom = role();
        String chosen = group == null && forWhom == Role.COUNTERPART ? here.getArtifactId() : group;
        RecordSettings records = RecordSettings.DEFAULT
                .withStringType(stringType())
                .withPackages(recordPackages())
                .withExisting(existing(existingRecords))
                .withStagedBuilders(stagedBuilders);
        return new PlanSettings(intoPackage, forWhom, chosen, records.withAccessors(accessors()));
    }

    private Accessors accessors() throws MojoFailureException {
        if (!List.of("private", "public").contains(fieldVisibility.toLowerCase(Locale.ROOT))) {
            throw new MojoFailureException(
                    "'" + fieldVisibility + "' is no visibility: <fieldVisibility> is 'private' or 'public'");
        }
        return new Accessors(
                fieldVisibility.equalsIgnoreCase("public"),
                createSetters,
                createOptionalGetters,
                gettersReturnOptional,
                optionalGettersForNullableFieldsOnly);
    }

    private Map<String, String> recordPackages() throws MojoFailureException {
        return checked(recordPackages);
    }

    /** The same, if they are packages. */
    static Map<String, String> checked(Map<String, String> recordPackages) throws MojoFailureException {
        for (Map.Entry<String, String> mapped : recordPackages.entrySet()) {
            if (!javax.lang.model.SourceVersion.isName(String.valueOf(mapped.getValue()))) {
                throw new MojoFailureException("'" + mapped.getValue()
                        + "', where <recordPackages> puts the classes of '" + mapped.getKey() + "', is no package");
            }
        }
        return recordPackages;
    }

    /** What they name, if they are names. */
    static List<ExistingRecord> existing(List<String> existingRecords) throws MojoFailureException {
        List<ExistingRecord> named = new ArrayList<>();
        for (String text : existingRecords) {
            named.add(ExistingRecord.parse(String.valueOf(text))
                    .orElseThrow(() -> new MojoFailureException("'" + text
                            + "' in <existingRecords> names no Avro types: say 'org.shop.Money', 'org.shop.*', or"
                            + " 'org.shop.Money=com.acme.Amount'")));
        }
        return named;
    }

    private StringType stringType() throws MojoFailureException {
        try {
            return StringType.valueOf(stringType);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(
                    "'" + stringType + "' is no class of text: <stringType> is 'String', 'CharSequence' or 'Utf8'", e);
        }
    }

    private Role role() throws MojoFailureException {
        for (Role known : Role.values()) {
            if (known.name().equalsIgnoreCase(role)) {
                return known;
            }
        }
        throw new MojoFailureException("'" + role + "' is no role: <role> is 'application' or 'counterpart'");
    }

    /** A package may be described once: the user's own description goes first. */
    private boolean ownPackageInfo(MavenProject here, String path) {
        List<String> roots = new ArrayList<>(here.getCompileSourceRoots());
        if (forTests()) {
            roots.addAll(here.getTestCompileSourceRoots());
        }
        Path own = root(here).toAbsolutePath().normalize();
        return roots.stream()
                .map(Path::of)
                .filter(root -> !root.equals(own))
                .anyMatch(root -> root.resolve(path).toFile().isFile());
    }

    private @Nullable Charset charset() throws MojoFailureException {
        try {
            return encoding == null ? null : Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException("'" + encoding + "' is no encoding: set <encoding>", e);
        }
    }
}
