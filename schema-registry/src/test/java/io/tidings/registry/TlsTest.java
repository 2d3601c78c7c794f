package io.tidings.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS with real certificates, made for the test. */
class TlsTest extends RemoteCase {

    private static final String TRUST = "schema.registry.ssl.truststore.";
    private static final String KEYS = "schema.registry.ssl.keystore.";
    private static final Schema STRING = Schema.create(Schema.Type.STRING);

    @TempDir
    private static Path folder;

    private static Path trustsServer;
    private static Path trustsElsewhere;
    private static Path client;
    private static ScriptedServer plain;
    private static ScriptedServer mutual;
    private static ScriptedServer elsewhere;

    @BeforeAll
    static void start() throws Exception {
        Certificates certificates = new Certificates(folder);
        Path own = certificates.store("server", "ip:127.0.0.1");
        Path other = certificates.store("elsewhere", "dns:registry.example");
        client = certificates.store("client", "dns:client");
        trustsServer = certificates.trusting(own, "server");
        trustsElsewhere = certificates.trusting(other, "elsewhere");
        Path trustsClient = certificates.trusting(client, "client");
        plain = ScriptedServer.start(Certificates.context(own, trustsClient), false)
                .answers(200, TEXT);
        mutual = ScriptedServer.start(Certificates.context(own, trustsClient), true)
                .answers(200, TEXT);
        elsewhere = ScriptedServer.start(Certificates.context(other, trustsClient), false)
                .answers(200, TEXT);
    }

    @AfterAll
    static void stopServers() {
        List.of(plain, mutual, elsewhere).forEach(ScriptedServer::close);
    }

    private SchemaRegistry trusting(ScriptedServer to, Path store, String... more) {
        List<String> settings = new ArrayList<>(List.of(more));
        settings.addAll(List.of(
                TRUST + "location",
                store.toString(),
                TRUST + "password",
                Certificates.PASSWORD,
                TRUST + "type",
                "PKCS12"));
        return connect(to.url(), settings.toArray(String[]::new));
    }

    @Test
    void trustsWhatItIsToldToTrust() {
        assertThat(trusting(plain, trustsServer).schemaById(1)).isEqualTo(STRING);
        assertThat(trusting(plain, trustsServer, "schema.registry.ssl.enabled.protocols", "TLSv1.2")
                        .schemaById(1))
                .isEqualTo(STRING);
    }

    @Test
    void trustsNobodyElse() {
        RegistryException failure = failure(connect(plain.url()));

        assertThat(failure).isInstanceOf(RegistryTlsException.class).hasMessageContaining(plain.url());
        assertThat(failure.setting()).isEqualTo("schema.registry.ssl.truststore.location");
        assertThat(failure.retryable()).isFalse();
        assertThat(failure(trusting(plain, trustsElsewhere))).isInstanceOf(RegistryTlsException.class);
    }

    @Test
    void comparesTheHost() {
        RegistryException failure = failure(trusting(elsewhere, trustsElsewhere));

        assertThat(failure).isInstanceOf(RegistryTlsException.class);
        assertThat(failure.setting()).isEqualTo("schema.registry.ssl.endpoint.identification.algorithm");
    }

    @Test
    void doesNotCompareTheHostIfItIsToldNotTo() {
        String key = "schema.registry.ssl.endpoint.identification.algorithm";

        assertThat(trusting(elsewhere, trustsElsewhere, key, "").schemaById(1)).isEqualTo(STRING);
        // The certificate counts all the same.
        assertThat(failure(trusting(elsewhere, trustsServer, key, ""))).isInstanceOf(RegistryTlsException.class);
    }

    @Test
    void showsItsCertificate() {
        assertThat(trusting(
                                mutual,
                                trustsServer,
                                KEYS + "location",
                                client.toString(),
                                KEYS + "password",
                                Certificates.PASSWORD)
                        .schemaById(1))
                .isEqualTo(STRING);
        assertThat(failure(trusting(mutual, trustsServer, "max.retries", "0"))).isInstanceOf(RegistryException.class);
    }

    @Test
    void takesPemInFilesAndInSettings() throws Exception {
        String trusted = Files.readString(folder.resolve("server.pem"));
        String chain = Files.readString(folder.resolve("client.pem"));
        String key = Certificates.keyAsPem(client, "client");
        Path both = Files.writeString(folder.resolve("both.pem"), key + chain);

        assertThat(connect(
                                mutual.url(),
                                TRUST + "type",
                                "PEM",
                                TRUST + "certificates",
                                trusted,
                                KEYS + "type",
                                "PEM",
                                KEYS + "certificate.chain",
                                chain,
                                KEYS + "key",
                                key)
                        .schemaById(1))
                .isEqualTo(STRING);
        assertThat(connect(
                                mutual.url(),
                                TRUST + "type",
                                "PEM",
                                TRUST + "location",
                                folder.resolve("server.pem").toString(),
                                KEYS + "type",
                                "PEM",
                                KEYS + "location",
                                both.toString())
                        .schemaById(1))
                .isEqualTo(STRING);
    }

    @Test
    void takesAnEncryptedKeyAsPem() throws Exception {
        String chain = Files.readString(folder.resolve("client.pem"));
        String key = Certificates.encryptedKeyAsPem(client, "client", "hunter2");

        assertThat(trusting(
                                mutual,
                                trustsServer,
                                KEYS + "certificate.chain",
                                chain,
                                KEYS + "key",
                                key,
                                "schema.registry.ssl.key.password",
                                "hunter2")
                        .schemaById(1))
                .isEqualTo(STRING);
        refuses("schema.registry.ssl.key.password", KEYS + "certificate.chain", chain, KEYS + "key", key);
        refuses(
                "schema.registry.ssl.key.password",
                KEYS + "certificate.chain",
                chain,
                KEYS + "key",
                key,
                "schema.registry.ssl.key.password",
                "hunter22");
        refuses(
                KEYS + "key",
                KEYS + "certificate.chain",
                chain,
                KEYS + "key",
                "-----BEGIN PRIVATE KEY-----\nAAA=A\n" + "-----END PRIVATE KEY-----");
    }

    @Test
    void namesTheSettingThatIsWrong() throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), "no store");
        refuses(TRUST + "password", TRUST + "location", trustsServer, TRUST + "password", "wrong");
        refuses(TRUST + "location", TRUST + "location", folder.resolve("nowhere.p12"));
        refuses(TRUST + "location", TRUST + "location", text);
        refuses(TRUST + "location", TRUST + "location", text, TRUST + "type", "PEM");
        refuses(TRUST + "type", TRUST + "location", text, TRUST + "type", "PKCS7");
        refuses(KEYS + "password", KEYS + "location", client, KEYS + "password", "wrong");
        refuses(
                "schema.registry.ssl.key.password",
                KEYS + "location",
                client,
                KEYS + "password",
                Certificates.PASSWORD,
                "schema.registry.ssl.key.password",
                "hunter2");
        refuses(KEYS + "key", KEYS + "certificate.chain", Files.readString(folder.resolve("client.pem")));
        refuses("schema.registry.ssl.enabled.protocols", "schema.registry.ssl.enabled.protocols", "TLSv9");
        refuses("schema.registry.ssl.protocol", "schema.registry.ssl.protocol", "nonsense");
        refuses(
                "schema.registry.ssl.endpoint.identification.algorithm",
                "schema.registry.ssl.endpoint.identification.algorithm",
                "ldaps");
    }

    private void refuses(String named, Object... settings) {
        String[] texts = new String[settings.length];
        for (int i = 0; i < settings.length; i++) {
            texts[i] = settings[i].toString();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connect("https://127.0.0.1:1", texts))
                .withMessageContaining("'" + named + "'")
                .satisfies(e -> assertThat(e).hasMessageNotContainingAny("hunter2", Certificates.PASSWORD));
    }
}
