package io.tidings.codegen.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals, configured by hand as Maven would; the examples run them in a real build. */
class GoalsTest {

    static final String DOCUMENT = """
            asyncapi: 3.0.0
            info: { title: Bells, version: %s }
            channels:
              bell:
                address: bell
                messages:
                  ring:
                    payload:
                      schemaFormat: application/vnd.apache.avro;version=1.12.0
                      schema: { type: record, name: Ring, namespace: org.bells, fields: [{ name: times, type: int }%s] }
            operations:
              ring: { action: send, channel: { $ref: '#/channels/bell' } }
            """;

    @TempDir
    Path folder;

    private final RecordingLog log = new RecordingLog();
    private final MavenProject project = new MavenProject();
    private final Plugin plugin = new Plugin();
    private final Map<Object, Object> build = new HashMap<>();

    @BeforeEach
    void setUp() throws IOException {
        project.setArtifactId("my-service");
        project.setBuild(new Build());
        project.getBuild().addPlugin(plugin);
        project.getBuild().setDirectory(folder.resolve("target").toString());
        write(DOCUMENT.formatted("1.0.0", ""));
    }

    @Test
    void aValidDocumentIsValid() throws Exception {
        configure(new ValidateMojo()).execute();

        assertThat(log.infos()).anyMatch(line -> line.endsWith("asyncapi.yaml is valid"));
    }

    @Test
    void whatIsWrongIsLoggedAndFailsTheBuildWithOneLine() throws Exception {
        write(
                "asyncapi: 3.0.0\ninfo: { version: 1.0.0 }\nchannels: { a: { messages: { b: { $ref: '#/nowhere' } } } }\n");

        assertThatThrownBy(configure(new ValidateMojo())::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageMatching("(?s).*asyncapi\\.yaml has \\d+ errors?: see above")
                .hasNoCause();
        assertThat(log.errors())
                .anyMatch(line -> line.contains("title"))
                .anyMatch(line -> line.contains("asyncapi.yaml:"));
    }

    @Test
    void eachDiagnosticBeginsWithAPlaceToClickOn() throws Exception {
        write("asyncapi: 3.0.0\ninfo: { version: 1.0.0 }\n");

        assertThatThrownBy(configure(new ValidateMojo())::execute).hasMessageEndingWith("has 1 error: see above");
        assertThat(log.errors().get(0)).startsWith(document().toAbsolutePath() + ":[2,7] error[field-missing]: ");
        assertThat(log.errors()).noneMatch(line -> line.contains("-->"));
    }

    @Test
    void allDocumentsOfAFolderAreValidatedAndReported() throws Exception {
        Files.writeString(folder.resolve("other.json"), "{\"asyncapi\": \"3.0.0\", \"info\": {}}");
        ValidateMojo mojo = configure(new ValidateMojo());
        set(mojo, "basedir", folder.toFile());
        set(mojo, "documents", List.of("**/*.{yaml,json}"));
        Path sarif = folder.resolve("target/reports/tidings.sarif");
        set(mojo, "reports", Map.of("sarif", sarif.toFile()));

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("2 documents have 2 errors: see above");
        assertThat(sarif).content().contains("\"version\" : \"2.1.0\"").contains("other.json");
    }

    @Test
    void whatTheGoalCannotDoIsSaidBeforeItBegins() throws Exception {
        ValidateMojo mojo = configure(new ValidateMojo());
        set(mojo, "basedir", folder.toFile());
        set(mojo, "documents", List.of("nowhere/*.yaml"));
        assertThatThrownBy(mojo::execute).hasMessage("no AsyncAPI document matches nowhere/*.yaml: set <documents>");

        set(mojo, "reports", Map.of("pdf", folder.resolve("x.pdf").toFile()));
        assertThatThrownBy(mojo::execute).hasMessageStartingWith("'pdf' is no format of <reports>: known are text,");
    }

    @Test
    void aMissingDocumentIsSaidTheSameWay() throws Exception {
        Files.delete(document());

        assertThatThrownBy(generate("default", "application")::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("asyncapi.yaml");
        assertThat(log.errors()).isNotEmpty();
    }

    @Test
    void sourcesAreGeneratedAndCompiled() throws Exception {
        generate("default", "application").execute();

        assertThat(root().resolve("org/gen/RingPublisher.java")).exists();
        assertThat(root().resolve("org/bells/Ring.java")).exists();
        assertThat(project.getCompileSourceRoots()).containsExactly(root().toString());
    }

    @Test
    void executionsShareRecordClassesIfTheyAgree() throws Exception {
        generate("own", "application").execute();
        GenerateMojo other = generate("other", "counterpart");
        set(other, "packageName", "org.other");
        other.execute();

        assertThat(root().resolve("org/other/RingSubscriber.java")).content().contains("GROUP = \"my-service\"");

        write(DOCUMENT.formatted("1.0.0", ", { name: loud, type: boolean }"));
        GenerateMojo third = generate("third", "application");
        set(third, "packageName", "org.third");
        assertThatThrownBy(third::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("'own' and 'third' both generate org/bells/Ring.java");
    }

    @Test
    void wrongSettingsAreNamed() throws Exception {
        assertThatThrownBy(generate("default", "customer")::execute).hasMessageContaining("'customer' is no role");

        GenerateMojo text = generate("default", "application");
        set(text, "stringType", "Text");
        assertThatThrownBy(text::execute).hasMessageContaining("'Text' is no class of text");

        GenerateMojo mojo = generate("default", "application");
        set(mojo, "packageName", "org.new");
        assertThatThrownBy(mojo::execute).hasMessageContaining("'org.new' is no package");
    }

    @Test
    void theUsersOwnPackageInfoGoesFirst() throws Exception {
        Path own = folder.resolve("src/main/java");
        Files.createDirectories(own.resolve("org/gen"));
        Files.writeString(own.resolve("org/gen/package-info.java"), "package org.gen;\n");
        project.addCompileSourceRoot(own.toString());

        generate("default", "application").execute();

        assertThat(root().resolve("org/gen/package-info.java")).doesNotExist();
    }

    @Test
    void oneGoalCanBeSkippedAlone() throws Exception {
        GenerateMojo mojo = generate("default", "application");
        set(mojo, "skipGenerate", true);
        mojo.execute();

        assertThat(log.infos()).containsExactly("Skipped");
    }

    @Test
    void severalDocumentsFailTogether() throws Exception {
        Files.createDirectories(folder.resolve("specs"));
        Files.writeString(folder.resolve("specs/good.yaml"), DOCUMENT.formatted("1.0.0", ""));
        Files.writeString(folder.resolve("specs/bad.yaml"), "asyncapi: 3.0.0\ninfo: { version: 1.0.0 }\n");
        Files.writeString(folder.resolve("specs/worse.yaml"), "asyncapi: 3.0.0\n");
        GenerateMojo mojo = generate("default", "application");
        set(mojo, "basedir", folder.toFile());
        set(mojo, "documents", List.of("specs"));

        assertThatThrownBy(mojo::execute)
                .hasMessageMatching(".*bad\\.yaml has 1 error: see above; .*worse\\.yaml has \\d errors?: see above");
        assertThat(root().resolve("org/gen/good/RingPublisher.java")).exists();
    }

    @Test
    void theOtherSideAndTheContractsBelongToTheTests() throws Exception {
        GenerateTestMojo mojo = configure(new GenerateTestMojo(), "default", "generate-test");
        Path tests = folder.resolve("target/generated-test-sources/tidings");
        set(mojo, "testOutputDirectory", tests.toFile());
        project.setGroupId("org.gen");
        mojo.execute();

        assertThat(tests.resolve("org/gen/my/service/counterpart/RingSubscriber.java"))
                .exists();
        assertThat(tests.resolve("org/gen/my/service/contract/RingPublisherContract.java"))
                .content()
                .contains("publish(MessageSink sink)");
        assertThat(tests.resolve("org/bells/Ring.java")).doesNotExist();
        assertThat(project.getTestCompileSourceRoots()).containsExactly(tests.toString());
    }

    @Test
    void skipDoesNothing() throws Exception {
        GenerateMojo mojo = generate("default", "application");
        set(mojo, "skip", true);
        mojo.execute();

        assertThat(folder.resolve("target")).doesNotExist();
    }

    private GenerateMojo generate(String execution, String role) throws ReflectiveOperationException {
        GenerateMojo mojo = configure(new GenerateMojo(), execution, "generate");
        set(mojo, "packageName", "org.gen");
        set(mojo, "role", role);
        return mojo;
    }

    private <M extends SourcesMojo> M configure(M mojo, String execution, String goal)
            throws ReflectiveOperationException {
        configure(mojo);
        set(mojo, "encoding", "UTF-8");
        PluginExecution added = new PluginExecution();
        added.setId(execution);
        added.addGoal(goal);
        plugin.addExecution(added);
        set(mojo, "execution", new MojoExecution(plugin, goal, execution));
        mojo.setPluginContext(build);
        return mojo;
    }

    private <M extends DocumentMojo> M configure(M mojo) throws ReflectiveOperationException {
        mojo.setLog(log);
        set(mojo, "project", project);
        set(mojo, "document", document().toString());
        return mojo;
    }

    static void set(DocumentMojo mojo, String parameter, Object value) throws ReflectiveOperationException {
        Class<?> owner = mojo.getClass();
        while (Stream.of(owner.getDeclaredFields())
                .noneMatch(field -> field.getName().equals(parameter))) {
            owner = owner.getSuperclass();
        }
        Field field = owner.getDeclaredField(parameter);
        field.setAccessible(true);
        field.set(mojo, value);
    }

    private Path document() {
        return folder.resolve("asyncapi.yaml");
    }

    private Path root() {
        return folder.resolve("target/generated-sources/tidings");
    }

    private void write(String document) throws IOException {
        Files.writeString(document(), document);
    }
}
