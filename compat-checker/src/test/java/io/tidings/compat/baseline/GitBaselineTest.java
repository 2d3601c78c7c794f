package io.tidings.compat.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.source.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitBaselineTest {

    @TempDir
    private Path directory = Path.of("");

    private GitRepository repository = new GitRepository(directory);

    @BeforeEach
    void commit_a_version_and_leave_it() {
        repository = GitRepository.in(directory).shop("1.0.0").release("v1.0.0").shop("2.0.0", "another");
    }

    @Test
    void what_it_refers_to_is_of_the_same_revision() {
        BaseDocument base = Baseline.document("git:v1.0.0:api/shop.yaml", directory);

        assertThat(base.document().info().version()).isEqualTo("1.0.0");
        assertThat(payload(base)).contains("id").doesNotContain("another");
    }

    @Test
    void places_are_shown_by_revision_with_what_stood_there() {
        BaseDocument base = Baseline.document("git:HEAD:api/shop.yaml", directory);

        assertThat(base.shown().apply(base.document().info().location()))
                .isEqualTo(new Location("git:HEAD:api/shop.yaml", 2, 7));
        assertThat(base.texts().get("git:HEAD:api/shop.yaml")).contains("version: 1.0.0");
        assertThat(base.texts()).containsKey("git:HEAD:schemas/OrderPlaced.avsc");
    }

    @Test
    void a_path_may_be_relative_to_the_directory() {
        BaseDocument base = Baseline.document("git:HEAD:shop.yaml", directory.resolve("api"));

        assertThat(base.document().info().version()).isEqualTo("1.0.0");
    }

    @Test
    void without_a_path_it_is_that_of_the_head() {
        Earlier found = Baseline.parse("git:HEAD", Path.of("")).read(repository.head());

        assertThat(found.documents())
                .singleElement()
                .satisfies(base -> assertThat(base.document().info().version()).isEqualTo("1.0.0"));
    }

    @Test
    void a_revision_without_the_head_makes_a_first_version() {
        repository.write("new/shop.yaml", readShop());
        AsyncApiDocument head =
                AsyncApi.read(directory.resolve("new/shop.yaml")).document().orElseThrow();

        Earlier found = Baseline.parse("git:HEAD:new/shop.yaml", directory).read(head);

        assertThat(found.documents()).isEmpty();
        assertThat(found.notes()).containsExactly("first version: HEAD has no file new/shop.yaml, only api/shop.yaml");
    }

    @Test
    void a_revision_without_another_file_that_is_named_is_a_mistake() {
        Baseline misspelt = Baseline.parse("git:HEAD:shop.yaml", directory);

        assertThatThrownBy(() -> misspelt.read(repository.head()))
                .isInstanceOf(BaselineException.class)
                .hasMessage("the base git:HEAD:shop.yaml is not there: HEAD has no file shop.yaml, only api/shop.yaml");
    }

    @Test
    void names_that_only_a_parser_understands_are_found() {
        repository
                .write(
                        "api/shop.yaml",
                        readShop().replace("../schemas/OrderPlaced.avsc", "'../my schemas/An order.avsc'"))
                .write("my schemas/An order.avsc", readSchema())
                .commit("spaces");

        assertThat(payload(Baseline.document("git:HEAD:api/shop.yaml", directory)))
                .contains("another");
    }

    @Test
    void links_within_the_repository_are_followed() throws Exception {
        repository.write("schemas/real.avsc", readSchema());
        Files.delete(directory.resolve("schemas/OrderPlaced.avsc"));
        Files.createSymbolicLink(directory.resolve("schemas/OrderPlaced.avsc"), Path.of("real.avsc"));
        repository.commit("a link");

        assertThat(payload(Baseline.document("git:HEAD:api/shop.yaml", directory)))
                .contains("another");
    }

    @Test
    void nothing_is_left_behind() {
        BaseDocument base = Baseline.document("git:HEAD:api/shop.yaml", directory);

        assertThat(Path.of(base.document().file())).doesNotExist();
    }

    @Test
    void what_is_wrong_is_named() {
        refused("git:nowhere:api/shop.yaml", "git knows no revision \"nowhere\"");
        refused("git:HEAD:api/shops.yaml", "HEAD has no file api/shops.yaml");
        refused("git:HEAD", "names no file");
        refused("git::api/shop.yaml", "is not git:REV or git:REV:PATH");
        refused("git:--help:api/shop.yaml", "is not git");
        refused("git:HEAD:schemas/OrderPlaced.avsc", "is not a valid document");
        refused("git-tags:*", "is not one document");
        refused("maven:a:b:1", "cannot be read here");
        refused("registry:http://localhost", "cannot be read here");
        refused("nowhere.yaml", "is not there");
    }

    @Test
    void a_directory_without_git_is_named(@TempDir Path elsewhere) {
        assertThatThrownBy(() -> Baseline.document("git:HEAD:shop.yaml", elsewhere))
                .isInstanceOf(BaselineException.class)
                .hasMessageContaining("this is no git work tree");
    }

    private String readShop() {
        return text("api/shop.yaml");
    }

    private String readSchema() {
        return text("schemas/OrderPlaced.avsc");
    }

    private String text(String name) {
        try {
            return Files.readString(directory.resolve(name));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String payload(BaseDocument base) {
        Channel orders = base.document().channels().values().iterator().next();
        Message message = orders.messages().values().iterator().next();
        return String.valueOf(message.payload());
    }

    private void refused(String base, String why) {
        assertThatThrownBy(() -> Baseline.document(base, directory))
                .isInstanceOf(BaselineException.class)
                .hasMessageContaining(base)
                .hasMessageContaining(why);
    }
}
