package io.tidings.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.compat.Window.Reach;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.baseline.GitRepository;
import io.tidings.compat.rule.Bump;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which versions of a series count. The shop receives orders: old ones without a new field break it. */
class WindowTest {

    @TempDir
    private Path directory = Path.of("");

    private GitRepository repository = new GitRepository(directory);

    @BeforeEach
    void create() {
        repository = GitRepository.in(directory);
    }

    @Test
    void each_version_of_the_current_major_counts_not_only_the_last() {
        repository.shop("1.0.0").release("v1.0.0");
        repository.shop("1.1.0", "note=none").release("v1.1.0");
        repository.shop("1.2.0", "note");

        assertThat(check(Reach.LAST).passed()).isTrue();
        CheckReport report = check(Reach.MAJOR);
        assertThat(report.required()).isEqualTo(Bump.MAJOR);
        assertThat(report.bases()).extracting(CheckReport.Base::version).containsExactly("1.1.0", "1.0.0");
        assertThat(report.conclusion()).startsWith("FAIL: shop.yaml says 1.2.0");
    }

    @Test
    void an_earlier_major_does_not_count_unless_all_is_asked_for() {
        repository.shop("1.0.0").release("v1.0.0");
        repository.shop("2.0.0", "note").release("v2.0.0");
        repository.shop("2.1.0", "note", "more=none");

        assertThat(versions(check(Reach.MAJOR))).containsExactly("2.0.0");
        assertThat(check(Reach.MAJOR, Duration.ofDays(30)).required()).isEqualTo(Bump.MINOR);
        assertThat(check(Reach.ALL).required()).isEqualTo(Bump.MAJOR);
    }

    @Test
    void what_a_compacted_topic_holds_counts_whatever_its_major() {
        repository.compactedShop("1.0.0").release("v1.0.0");
        repository.compactedShop("2.0.0", "note=none").release("v2.0.0");
        repository.compactedShop("2.1.0", "note");

        CheckReport report = check(Reach.MAJOR, Duration.ofDays(3000));
        assertThat(versions(report)).containsExactly("2.0.0", "1.0.0");
        assertThat(report.passed()).isFalse();
        assertThat(report.findings()).extracting(Finding::rule).contains("avro-field-add-required");
    }

    @Test
    void what_the_current_major_has_broken_is_not_broken_again() {
        repository.compactedShop("1.0.0").release("v1.0.0");
        repository.compactedShop("2.0.0", "note").release("v2.0.0");
        repository.compactedShop("2.1.0", "note", "more=none");

        CheckReport report = check(Reach.MAJOR);
        assertThat(versions(report)).containsExactly("2.0.0", "1.0.0");
        assertThat(report.required()).isEqualTo(Bump.MINOR);
        assertThat(report.passed()).isTrue();
    }

    @Test
    void messages_count_as_long_as_they_are_kept() {
        repository.shop("1.0.0").release("v1.0.0");
        repository.shop("2.0.0", "note=none").release("v2.0.0");
        repository.shop("2.1.0", "note");

        assertThat(versions(check(Reach.MAJOR, Duration.ofDays(6)))).containsExactly("2.0.0", "1.0.0");
        assertThat(check(Reach.MAJOR, Duration.ofDays(6)).passed()).isFalse();
        assertThat(versions(check(Reach.MAJOR, Duration.ofDays(8)))).containsExactly("2.0.0");
    }

    @Test
    void a_later_line_does_not_count() {
        repository.shop("1.4.0").release("v1.4.0");
        repository.shop("2.0.0", "note").release("v2.0.0");
        repository.shop("1.4.1");

        CheckReport report = check(Reach.MAJOR);
        assertThat(versions(report)).containsExactly("1.4.0");
        assertThat(report.passed()).isTrue();
    }

    @Test
    void pre_releases_promise_nothing() {
        repository.shop("1.0.0").release("v1.0.0");
        repository.shop("1.1.0-rc.1", "gone=none").release("v1.1.0-rc.1");
        repository.shop("1.1.0", "note=none");

        CheckReport report = check(Reach.MAJOR);
        assertThat(versions(report)).containsExactly("1.0.0");
        assertThat(report.required()).isEqualTo(Bump.MINOR);
    }

    @Test
    void before_1_0_each_minor_is_a_major() {
        repository.shop("0.1.0").release("v0.1.0");
        repository.shop("0.2.0", "note").release("v0.2.0");
        repository.shop("0.2.1", "note", "more=none");

        assertThat(versions(check(Reach.MAJOR))).containsExactly("0.2.0");
    }

    @Test
    void with_no_tag_it_is_a_first_version() {
        repository.shop("1.0.0").commit("first");

        CheckReport report = check(Reach.MAJOR);
        assertThat(report.passed()).isTrue();
        assertThat(report.bases()).isEmpty();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("base-empty");
            assertThat(finding.warning()).isTrue();
            assertThat(finding.reason()).isEqualTo("no tag matches v*");
        });
        assertThat(report.conclusion())
                .isEqualTo("PASS: shop.yaml 1.0.0 is taken for a first version: nothing was compared");
    }

    private CheckReport check(Reach reach) {
        return check(reach, Duration.ofDays(30));
    }

    private CheckReport check(Reach reach, Duration later) {
        Baseline tags = Baseline.parse("git-tags:v*", directory);
        Instant now = Instant.now().plus(later);
        return Compatibility.check(List.of(tags), repository.head(), CheckOptions.DEFAULT, new Window(reach, now));
    }

    private static List<String> versions(CheckReport report) {
        return report.bases().stream().map(CheckReport.Base::version).toList();
    }
}
