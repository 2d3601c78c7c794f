package io.tidings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tidings check} where documents stand in git. */
class CheckInGitTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void without_a_base_it_is_the_merge_base() throws Exception {
        write("1.0.0", "");
        git("init", "-q", "--initial-branch=main");
        git("add", ".");
        git("commit", "-q", "-m", "first");
        git("tag", "v1.0.0");
        write("1.0.1", "  payments: {address: payments}\n");

        Run standard = run("check", "--main", "main");
        assertThat(standard.status()).isEqualTo(1);
        assertThat(standard.out())
                .contains("MINOR[channel-add]")
                .contains("is HEAD, since when files have changed")
                .contains("FAIL: shop.yaml says 1.0.1, its changes since 1.0.0 require 1.1.0 (MINOR)");

        assertThat(run("check", "--base", "git-tags:v*").status()).isEqualTo(1);
        assertThat(run("diff", "git:v1.0.0").out()).contains("1 difference, the largest MINOR");
    }

    @Test
    void a_revision_shows_its_lines_and_what_has_come_since_another() throws Exception {
        write("1.0.0", "");
        git("init", "-q", "--initial-branch=main");
        git("add", ".");
        git("commit", "-q", "-m", "first");
        git("tag", "v1.0.0");
        write("1.0.1", "  payments: {address: payments}\n");
        git("commit", "-q", "-a", "-m", "second");
        write("1.0.1", "  payments: {address: payments}\n  returns: {address: returns}\n");

        assertThat(run("check", "--base", "git:v1.0.0").out())
                .contains(" ::: git:v1.0.0:shop.yaml:2:30\n")
                .contains(
                        "2 | info: {title: Shop, version: 1.0.0}\n  |                              ----- in the base\n");

        Run since = run("check", "--base", "git:v1.0.0", "--new-since", "git:main");
        assertThat(since.status()).isEqualTo(1);
        assertThat(since.out())
                .contains("channel returns is new")
                .doesNotContain("channel payments is new")
                .contains("Not shown: 1 finding that the earlier report has too; they count all the same");
    }

    @Test
    void outside_of_git_a_base_must_be_named() throws Exception {
        write("1.0.0", "");

        Run run = run("check");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("tidings: the base git-merge-base cannot be read: this is no git work tree");
    }

    @Test
    void each_document_of_a_folder_is_compared_with_what_it_was_there() throws Exception {
        service("orders", "1.0.0", "");
        service("kitchen", "1.0.0", "");
        git("init", "-q", "--initial-branch=main");
        git("add", ".");
        git("commit", "-q", "-m", "first");
        git("tag", "v1");
        git("checkout", "-q", "-b", "work");
        git("mv", "services/kitchen", "services/kitchens");
        service("orders", "1.0.0", "  payments: {address: payments}\n");
        Path renamed = directory.resolve("services/kitchens/asyncapi.yaml");
        Files.writeString(renamed, Files.readString(renamed).replace("1.0.0", "1.1.0") + "  menus: {address: menus}\n");
        service("couriers", "0.1.0", "");
        git("add", ".");
        git("commit", "-q", "-m", "second");
        String services = directory.resolve("services").toString();

        Run run = runOf("check", "--main", "main", services);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("couriers/asyncapi.yaml 0.1.0 is a first version")
                .containsPattern("PASS: .*kitchens/asyncapi.yaml says 1.1.0, its changes since 1.0.0 require 1.1.0")
                .containsPattern("FAIL: .*orders/asyncapi.yaml says 1.0.0, its changes since 1.0.0 require 1.1.0")
                .containsPattern("FAIL: 1 of 3 documents does not keep .*orders/asyncapi.yaml\n");
        assertThat(runOf("check", "--base", "git-tags:v*", "--new-since", "git:work", services)
                        .out())
                .doesNotContain("channel-add")
                .containsPattern("FAIL: 1 of 3 ");

        Run fixed = runOf("check", "--fix", "--main", "main", services + "/*/asyncapi.yaml");
        assertThat(fixed.status()).as(fixed.out()).isZero();
        assertThat(fixed.err()).contains("tidings: wrote 1.1.0 into ").hasLineCount(1);
        assertThat(directory.resolve("services/orders/asyncapi.yaml")).content().contains("version: 1.1.0");
    }

    @Test
    void a_report_of_several_documents_says_what_was_known_of_each() throws Exception {
        service("orders", "1.0.0", "");
        service("kitchen", "1.0.0", "");
        git("init", "-q", "--initial-branch=main");
        git("add", ".");
        git("commit", "-q", "-m", "first");
        git("tag", "v1");
        service("orders", "1.1.0", "  payments: {address: payments}\n");
        String services = directory.resolve("services").toString();
        Path report = directory.resolve("target/report.json");
        runOf("check", "--base", "git:v1", "--format", "json=" + report, services);
        service("orders", "1.1.0", "  payments: {address: payments}\n  menus: {address: menus}\n");
        service("kitchen", "1.1.0", "  payments: {address: payments}\n");

        Run run = runOf("check", "--base", "git:v1", "--new-since", report.toString(), services);

        assertThat(run.out().lines().filter(line -> line.startsWith("MINOR[channel-add]")))
                .containsExactly(
                        "MINOR[channel-add]: channel payments is new", "MINOR[channel-add]: channel menus is new");
    }

    private void service(String name, String version, String channels) throws Exception {
        Path file = directory.resolve("services/" + name + "/asyncapi.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "asyncapi: 3.0.0\n# One of the services of a shop that delivers what its kitchens cook.\n"
                        + "# Ask its team before you change what others read.\ninfo: {title: " + name + ", version: "
                        + version
                        + "}\nchannels:\n  orders: {address: " + name + ".orders}\n" + channels);
    }

    private record Run(int status, String out, String err) {}

    private Run run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(directory.resolve("shop.yaml").toString());
        return runOf(all.toArray(String[]::new));
    }

    private static Run runOf(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Tidings.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private void write(String version, String channels) throws Exception {
        Files.writeString(
                directory.resolve("shop.yaml"),
                "asyncapi: 3.0.0\ninfo: {title: Shop, version: " + version
                        + "}\nchannels:\n  orders: {address: orders}\n" + channels);
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
