package io.tidings.asyncapi.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadOptions;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSettingsTest {
    @TempDir
    private Path folder;

    private Path document = Path.of("");

    @BeforeEach
    void write() throws IOException {
        document = Files.writeString(
                folder.resolve("asyncapi.yaml"),
                "asyncapi: 3.0.0\ninfo: {title: Shop, version: 1.0.0, tags: [{name: shop}, {name: shop}]}\n");
    }

    @Test
    void aRuleWeighsWhatTheCallerSays() {
        RuleSettings settings = RuleSettings.DEFAULT.with("tags-uniqueness", Severity.WARNING);

        ReadResult result = AsyncApi.read(document, ReadOptions.DEFAULT.withRules(settings));

        assertThat(result.valid()).isTrue();
        assertThat(result.diagnostics()).singleElement().matches(d -> d.severity() == Severity.WARNING);
    }

    @Test
    void theCallerGoesBeforeTheFileBesideTheDocument() throws IOException {
        Path file = Files.writeString(
                folder.resolve(".tidings.yaml"), "rules: [{rule: tags-uniqueness, severity: info}]\n");
        RuleSettings settings = RuleSettings.DEFAULT.without("tags-uniqueness", "a generator writes them");

        assertThat(AsyncApi.read(document).diagnostics()).singleElement().matches(d -> d.severity() == Severity.INFO);
        ReadResult result = AsyncApi.read(document, ReadOptions.DEFAULT.withRules(settings));
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.sources()).containsExactlyInAnyOrder(document, file);
    }

    @Test
    void aFileThatIsNamedGoesBeforeTheOneBesideTheDocument() throws IOException {
        Files.writeString(folder.resolve(".tidings.yaml"), "rules: [{rule: tags-uniqueness, severity: info}]\n");
        Path other = Files.writeString(folder.resolve("other.yaml"), "rules: []\n");

        ReadResult result = AsyncApi.read(document, ReadOptions.DEFAULT.withSettings(other));

        assertThat(result.diagnostics()).singleElement().matches(d -> d.severity() == Severity.ERROR);
    }

    @Test
    void aFileThatIsNamedAndNotThereIsAnError() {
        ReadResult result = AsyncApi.read(document, ReadOptions.DEFAULT.withSettings(folder.resolve("gone.yaml")));

        assertThat(result.diagnostics()).extracting(d -> d.code()).contains("source-not-found");
    }

    @Test
    void whatCannotBeWeighedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> RuleSettings.DEFAULT.with("no-rule", Severity.INFO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleSettings.DEFAULT.without("reference-dangling", "we know"));
        assertThatIllegalArgumentException().isThrownBy(() -> RuleSettings.DEFAULT.without("tags-uniqueness", " "));
    }
}
