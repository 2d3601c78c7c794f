package io.tidings.compat.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.asyncapi.AsyncApi;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a document is compared with where nobody says it. */
class MergeBaselineTest {

    @TempDir
    private Path directory = Path.of("");

    private GitRepository repository = new GitRepository(directory);

    @BeforeEach
    void commit_a_version() {
        repository = GitRepository.in(directory).shop("1.0.0").commit("first");
    }

    @Test
    void on_a_branch_it_is_where_that_left_the_main_branch() {
        repository.git("checkout", "-q", "-b", "feature");
        repository.shop("1.1.0").commit("work");
        repository.git("checkout", "-q", "main");
        repository.shop("1.5.0").commit("what others did");
        repository.git("checkout", "-q", "feature");

        Earlier found = read();

        assertVersion(found, "1.0.0");
        assertThat(found.notes()).singleElement().asString().matches("git:[0-9a-f]{9} is the merge base with main");
        assertThat(found.documents().get(0).source()).matches("git:[0-9a-f]{9}:api/shop.yaml");
    }

    @Test
    void on_the_main_branch_it_is_the_last_commit_while_there_is_work_and_then_the_one_before() {
        repository.shop("1.1.0");
        assertVersion(read(), "1.0.0");
        assertThat(read().notes()).singleElement().asString().endsWith("is HEAD, since when files have changed");

        repository.commit("second");
        assertVersion(read(), "1.0.0");
        assertThat(read().notes()).singleElement().asString().endsWith("the commit before HEAD, which is on main");
    }

    @Test
    void what_the_remote_calls_its_main_branch_goes_before_local_ones(@TempDir Path clone) {
        repository.git("branch", "-m", "trunk");
        repository.git("clone", "-q", ".", clone.toString());
        GitRepository cloned = new GitRepository(clone);
        cloned.git("branch", "main");
        cloned.shop("2.0.0").commit("work");

        Earlier found = Baselines.in(clone).standard("").read(cloned.head());

        assertVersion(found, "1.0.0");
        assertThat(found.notes()).singleElement().asString().endsWith("the merge base with origin/trunk");
    }

    @Test
    void continuous_integration_says_which_branch_a_change_is_meant_for(@TempDir Path clone) {
        repository.git("checkout", "-q", "-b", "release-1");
        repository.shop("1.0.1").commit("a correction");
        repository.git("checkout", "-q", "main");
        repository.git("clone", "-q", ".", clone.toString());
        GitRepository cloned = new GitRepository(clone);
        cloned.git("checkout", "-q", "-b", "fix", "origin/release-1");
        cloned.shop("1.0.2").commit("another");

        Baselines known = Baselines.in(clone).withEnvironment(Map.of("GITHUB_BASE_REF", "release-1"));

        assertVersion(known.standard("").read(cloned.head()), "1.0.1");
        assertVersion(Baselines.in(clone).standard("release-1").read(cloned.head()), "1.0.1");
        assertThatThrownBy(() -> Baselines.in(clone)
                        .withEnvironment(Map.of("CHANGE_TARGET", "gone"))
                        .standard("")
                        .read(cloned.head()))
                .hasMessageContaining("git fetch origin gone");
    }

    @Test
    void gitlab_says_the_commit_itself() {
        String fork = repository.git("rev-parse", "HEAD");
        repository.shop("1.1.0").commit("second").shop("1.2.0").commit("third");
        repository.git("branch", "-m", "whatever");

        Baselines known = Baselines.in(directory)
                .withEnvironment(Map.of(
                        "CI_MERGE_REQUEST_DIFF_BASE_SHA", fork, "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "develop"));

        Earlier found = known.standard("").read(repository.head());
        assertVersion(found, "1.0.0");
        assertThat(found.notes()).singleElement().asString().endsWith("the merge base with develop");
    }

    @Test
    void a_renamed_document_is_followed() {
        repository.git("checkout", "-q", "-b", "feature");
        repository.git("mv", "api", "spec");
        repository.commit("move");

        Earlier found = Baselines.in(directory).standard("").read(repository.head("spec/shop.yaml"));

        assertVersion(found, "1.0.0");
        assertThat(found.documents().get(0).source()).endsWith(":api/shop.yaml");
    }

    @Test
    void a_new_document_is_a_first_version() {
        repository.git("checkout", "-q", "-b", "feature");
        repository.write("api/new.yaml", "asyncapi: 3.0.0\ninfo: {title: New, version: 0.1.0}\n");

        Earlier found = Baselines.in(directory).standard("").read(repository.head("api/new.yaml"));

        assertThat(found.documents()).isEmpty();
        assertThat(found.notes())
                .singleElement()
                .asString()
                .matches("first version: [0-9a-f]{9}, HEAD, since when files have changed, has no file api/new.yaml"
                        + "|first version: [0-9a-f]{9}, the commit before HEAD, which is on main, has no file api/new.yaml"
                        + "|first version: there is no commit before HEAD");
    }

    @Test
    void a_repository_without_a_commit_makes_a_first_version(@TempDir Path empty) {
        GitRepository fresh = GitRepository.in(empty).shop("1.0.0");

        assertThat(Baselines.in(empty).standard("").read(fresh.head()).notes())
                .containsExactly("first version: the repository has no commits");
    }

    @Test
    void a_shallow_clone_says_how_to_get_the_rest(@TempDir Path clone) {
        repository.shop("1.1.0").commit("second");
        repository.git("clone", "-q", "--depth=1", "file://" + directory, clone.toString());
        GitRepository cloned = new GitRepository(clone);

        assertThatThrownBy(() -> Baselines.in(clone).standard("").read(cloned.head()))
                .isInstanceOf(BaselineException.class)
                .hasMessageContaining("no commit before it")
                .hasMessageContaining("fetch-depth: 0");
        cloned.shop("1.2.0").commit("third");
        assertVersion(Baselines.in(clone).standard("").read(cloned.head()), "1.1.0");
    }

    @Test
    void a_checkout_of_one_commit_without_branches_says_how_to_get_the_rest(@TempDir Path clone) {
        repository.shop("1.1.0").commit("second");
        GitRepository checkout = GitRepository.in(clone);
        checkout.git("fetch", "-q", "--depth=1", "file://" + directory, "main");
        checkout.git("checkout", "-q", "FETCH_HEAD");

        assertThatThrownBy(() -> Baselines.in(clone).standard("").read(checkout.head()))
                .hasMessageContaining("no main branch is here")
                .hasMessageContaining("fetch-depth: 0");
    }

    @Test
    void histories_without_a_common_ancestor_are_named() {
        repository.git("checkout", "-q", "--orphan", "other");
        repository.commit("unrelated");

        assertThatThrownBy(this::read).hasMessageContaining("HEAD and main have no common ancestor: name a base");
    }

    @Test
    void a_folder_without_git_is_named(@TempDir Path elsewhere) throws Exception {
        Path file = java.nio.file.Files.writeString(
                elsewhere.resolve("a.yaml"), "asyncapi: 3.0.0\ninfo: {title: A, version: 1.0.0}\n");

        assertThatThrownBy(() -> Baselines.in(elsewhere)
                        .standard("")
                        .read(AsyncApi.read(file).document().orElseThrow()))
                .hasMessageContaining("no git work tree");
    }

    private Earlier read() {
        return Baselines.in(directory).standard("").read(repository.head());
    }

    private static void assertVersion(Earlier found, String version) {
        assertThat(found.documents())
                .singleElement()
                .satisfies(base -> assertThat(base.document().info().version()).isEqualTo(version));
    }
}
