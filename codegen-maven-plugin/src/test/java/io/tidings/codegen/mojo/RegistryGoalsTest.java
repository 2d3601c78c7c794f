package io.tidings.codegen.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.tidings.registry.CompatibilityLevel;
import io.tidings.registry.InMemorySchemaRegistry;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals that speak to a registry, configured by hand as Maven would. */
class RegistryGoalsTest {

    private static final String DOCUMENT = """
            asyncapi: 3.0.0
            info: { title: Bells, version: 1.0.0 }
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

    private static final String SCOPE = "registry-goals";
    private static final String SUBJECT = "bell-org.bells.Ring";

    @TempDir
    Path folder;

    private final RecordingLog log = new RecordingLog();

    @BeforeEach
    void setUp() throws IOException {
        InMemorySchemaRegistry.shared(SCOPE).allow(CompatibilityLevel.BACKWARD);
        Files.writeString(folder.resolve("asyncapi.yaml"), DOCUMENT.formatted(""));
    }

    @AfterEach
    void forget() {
        InMemorySchemaRegistry.drop(SCOPE);
    }

    @Test
    void schemasAreRegistered() throws Exception {
        RegisterMojo mojo = register();
        set(mojo, "dryRun", true);
        mojo.execute();
        assertThat(log.infos()).contains("would register: " + SUBJECT, "1 would register");
        assertThat(registry().versions(SUBJECT)).isEmpty();

        register().execute();
        assertThat(log.infos()).contains("registered: " + SUBJECT + " (id 1, version 1)", "1 registered");
        assertThat(registry().versions(SUBJECT)).containsExactly(1);
    }

    @Test
    void whatTheRegistryRefusesIsLoggedAtItsPlaceAndFailsTheBuild() throws Exception {
        register().execute();
        Path changed = folder.resolve("asyncapi.yaml");
        Files.writeString(changed, DOCUMENT.formatted(", { name: loud, type: boolean }"));

        assertThatThrownBy(register()::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("FAIL: 1 refused: see above");
        assertThat(log.errors().get(0))
                .startsWith(changed.toAbsolutePath() + ":[10,19] error[register-incompatible]: ")
                .contains("loud");
        assertThat(registry().versions(SUBJECT)).containsExactly(1);
    }

    @Test
    void severalDocumentsAndAStrategy() throws Exception {
        Files.writeString(folder.resolve("b.yaml"), DOCUMENT.formatted("").replace("bell", "other"));
        RegisterMojo mojo = register();
        set(mojo, "basedir", folder.toFile());
        set(mojo, "documents", List.of("*.yaml"));
        set(mojo, "strategy", "topic");
        mojo.execute();

        assertThat(registry().subjects("")).containsExactly("bell-value", "other-value");
    }

    @Test
    void whatIsWrongIsSaidBeforeAnythingIsDone() throws Exception {
        RegisterMojo strategy = register();
        set(strategy, "strategy", "mine");
        assertThatThrownBy(strategy::execute).hasMessageStartingWith("'mine' is no strategy");

        RegisterMojo server = register();
        set(server, "serverId", "nowhere");
        assertThatThrownBy(server::execute).hasMessage("Maven's settings have no server 'nowhere': see <serverId>");

        RegisterMojo away = register();
        set(away, "registryUrl", "http://127.0.0.1:1");
        assertThatThrownBy(away::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("http://127.0.0.1:1");

        Files.writeString(folder.resolve("asyncapi.yaml"), "asyncapi: 3.0.0\ninfo: { version: 1.0.0 }\n");
        assertThatThrownBy(register()::execute).hasMessageEndingWith("asyncapi.yaml is not valid: see above");
    }

    @Test
    void schemasAreDownloadedIntoTheSourceTree() throws Exception {
        register().execute();
        download("bell-*").execute();

        assertThat(folder.resolve("schemas/org/bells/Ring.avsc")).content().contains("\"name\": \"times\"");
        assertThat(log.infos()).contains("1 written");
        assertThatThrownBy(download("bell-*", "drum")::execute).hasMessage("FAIL: 1 unchanged: see above");
        assertThat(log.errors()).containsExactly("there is no subject 'drum'");
        assertThatThrownBy(download("@1")::execute).hasMessage("'@1' names no subject");
    }

    @Test
    void skippedGoalsAskNobody() throws Exception {
        DownloadMojo mojo = download("bell-*");
        set(mojo, "registryUrl", "http://127.0.0.1:1");
        set(mojo, "skip", true);
        mojo.execute();

        assertThat(log.infos()).containsExactly("Skipped");
    }

    /** The password arrives decrypted, and only at the registry. */
    @Test
    void credentialsComeFromMavensSettings() throws Exception {
        AtomicReference<@Nullable String> authorization = new AtomicReference<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = "[]".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            DownloadMojo mojo = download("bell-*");
            set(mojo, "registryUrl", "http://127.0.0.1:" + server.getAddress().getPort());
            set(mojo, "serverId", "registry");
            set(mojo, "settings", settings());
            set(mojo, "decrypter", (SettingsDecrypter) RegistryGoalsTest::decrypted);
            assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
        } finally {
            server.stop(0);
        }
        String expected = Base64.getEncoder().encodeToString("ann:plain".getBytes(StandardCharsets.UTF_8));
        assertThat(authorization.get()).isEqualTo("Basic " + expected);
        assertThat(log.infos() + "" + log.errors()).doesNotContain("plain");
    }

    private static Settings settings() {
        Server server = new Server();
        server.setId("registry");
        server.setUsername("ann");
        server.setPassword("{cipher}");
        Settings settings = new Settings();
        settings.addServer(server);
        return settings;
    }

    private static SettingsDecryptionResult decrypted(SettingsDecryptionRequest request) {
        Server server = request.getServers().get(0).clone();
        assertThat(server.getPassword()).isEqualTo("{cipher}");
        server.setPassword("plain");
        return new SettingsDecryptionResult() {
            @Override
            public Server getServer() {
                return server;
            }

            @Override
            public List<Server> getServers() {
                return List.of(server);
            }

            @Override
            public org.apache.maven.settings.@Nullable Proxy getProxy() {
                return null;
            }

            @Override
            public List<org.apache.maven.settings.Proxy> getProxies() {
                return List.of();
            }

            @Override
            public List<SettingsProblem> getProblems() {
                return List.of();
            }
        };
    }

    private RegisterMojo register() throws ReflectiveOperationException {
        RegisterMojo mojo = configure(new RegisterMojo());
        set(mojo, "document", folder.resolve("asyncapi.yaml").toFile());
        return mojo;
    }

    private DownloadMojo download(String... subjects) throws ReflectiveOperationException {
        DownloadMojo mojo = configure(new DownloadMojo());
        set(mojo, "subjects", List.of(subjects));
        set(mojo, "schemaDirectory", folder.resolve("schemas").toFile());
        return mojo;
    }

    private <M extends RegistryMojo> M configure(M mojo) throws ReflectiveOperationException {
        mojo.setLog(log);
        set(mojo, "registryUrl", "mock://" + SCOPE);
        set(mojo, "registryConfiguration", Map.of());
        return mojo;
    }

    private static InMemorySchemaRegistry registry() {
        return InMemorySchemaRegistry.shared(SCOPE);
    }

    private static void set(RegistryMojo mojo, String parameter, Object value) throws ReflectiveOperationException {
        boolean own = Arrays.stream(mojo.getClass().getDeclaredFields())
                .anyMatch(field -> field.getName().equals(parameter));
        Class<?> owner = own ? mojo.getClass() : RegistryMojo.class;
        Field field = owner.getDeclaredField(parameter);
        field.setAccessible(true);
        field.set(mojo, value);
    }
}
