package io.tidings.compat.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagsBaselineTest {

    @TempDir
    private Path directory = Path.of("");

    private GitRepository repository = new GitRepository(directory);

    @BeforeEach
    void create() {
        repository = GitRepository.in(directory);
    }

    @Test
    void all_that_match_are_read_in_the_order_of_their_versions() {
        repository.shop("1.2.0").release("shop-v1.2.0");
        repository.shop("1.10.0").release("shop-v1.10.0");
        repository.shop("3.0.0").release("other-v3.0.0");

        Earlier found = read("git-tags:shop-v*");

        assertThat(versions(found)).containsExactly("1.2.0", "1.10.0");
        assertThat(found.kind()).isEqualTo(Earlier.Kind.SERIES);
        assertThat(found.documents())
                .allSatisfy(base -> assertThat(base.released()).isNotNull())
                .extracting(BaseDocument::source)
                .containsExactly("git:shop-v1.2.0:api/shop.yaml", "git:shop-v1.10.0:api/shop.yaml");
    }

    @Test
    void tags_of_the_same_content_count_once() {
        repository.shop("1.0.0").release("v1").write("README.md", "more").release("v2");

        assertThat(versions(read("git-tags:v*"))).containsExactly("1.0.0");
    }

    @Test
    void a_schema_that_changed_alone_is_another_version() {
        repository.shop("1.0.0").release("v1").shop("1.0.0", "note=none").release("v2");

        assertThat(versions(read("git-tags:v*"))).containsExactly("1.0.0", "1.0.0");
    }

    @Test
    void former_names_are_followed() {
        repository.shop("1.0.0").release("v1");
        repository.git("mv", "api", "spec");
        repository.release("v2");
        repository
                .write("spec/shop.yaml", read("spec/shop.yaml", "1.0.0", "1.1.0"))
                .release("v3");
        repository.git("mv", "spec/shop.yaml", "spec/store.yaml");
        repository.release("v4");

        Earlier found = Baseline.parse("git-tags:v*", directory).read(repository.head("spec/store.yaml"));

        assertThat(found.documents())
                .extracting(BaseDocument::source)
                .containsExactly(
                        "git:v1:api/shop.yaml",
                        "git:v2:spec/shop.yaml",
                        "git:v3:spec/shop.yaml",
                        "git:v4:spec/store.yaml");
    }

    @Test
    void a_tag_that_is_not_valid_is_left_out_and_said_so_unless_it_is_the_newest() {
        repository
                .write("api/shop.yaml", "asyncapi: 3.0.0\ninfo: {title: Shop}\n")
                .release("v1");
        repository.shop("1.1.0").release("v2");

        Earlier found = read("git-tags:v*");

        assertThat(versions(found)).containsExactly("1.1.0");
        assertThat(found.notes())
                .singleElement()
                .asString()
                .startsWith("left out: the base git:v1:api/shop.yaml is not a valid document");

        repository.git("tag", "v3", "v1");
        assertThatThrownBy(() -> read("git-tags:v3")).hasMessageContaining("is not a valid document");
    }

    @Test
    void without_tags_it_is_a_first_version() {
        repository.shop("1.0.0").commit("first");

        assertThat(read("git-tags:v*").doubts()).containsExactly("no tag matches v*");
        repository.write("README.md", "").git("tag", "v0");
        assertThat(Baseline.parse("git-tags:v*:elsewhere.yaml", directory)
                        .read(repository.head())
                        .notes())
                .containsExactly("first version: none of the 1 tags that match v* has a file elsewhere.yaml");
    }

    @Test
    void a_shallow_clone_says_how_to_get_tags(@TempDir Path clone) {
        repository.shop("1.0.0").release("v1").shop("1.1.0").commit("second");
        repository.git("clone", "-q", "--depth=1", "--no-tags", "file://" + directory, clone.toString());

        assertThatThrownBy(() -> Baseline.parse("git-tags:v*", clone).read(new GitRepository(clone).head()))
                .hasMessageContaining("no tag matches v*; this clone is shallow");
    }

    @Test
    void what_is_no_pattern_is_named() {
        assertThatThrownBy(() -> Baseline.parse("git-tags:", directory))
                .hasMessageContaining("is not git-tags:PATTERN");
        assertThatThrownBy(() -> Baseline.parse("git-tags:--exec", directory)).hasMessageContaining("is not git");
    }

    private Earlier read(String base) {
        return Baseline.parse(base, directory).read(repository.head());
    }

    private String read(String file, String old, String now) {
        try {
            return java.nio.file.Files.readString(directory.resolve(file)).replace(old, now);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> versions(Earlier found) {
        return found.documents().stream()
                .map(base -> base.document().info().version())
                .toList();
    }
}
