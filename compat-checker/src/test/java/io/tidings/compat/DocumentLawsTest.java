package io.tidings.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.diff.Change;
import io.tidings.compat.diff.Differences;
import io.tidings.compat.rule.GateRules;
import io.tidings.compat.rulebook.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds for every document: where things stand and in which order makes no difference, nor does the version of the
 * specification; whatever is written, there is an answer; and what one direction says, the other says by the mirror. The
 * profile {@code corpus} holds them for documents that others wrote, and for more mutants of each.
 */
class DocumentLawsTest {

    private static final String CORPUS = System.getProperty("tidings.corpus", "");
    private static final int MUTANTS = Integer.getInteger("tidings.mutants", CORPUS.isEmpty() ? 6 : 20);
    /** Of the cases of rules, so many are passed over for each that is taken: they are much alike. */
    private static final int EVERY = 8;

    private static final Map<String, String> MIRRORS = mirrors();

    private static final AtomicInteger DOCUMENTS = new AtomicInteger();
    private static final AtomicInteger MUTANTS_READ = new AtomicInteger();

    @TempDir
    private Path directory = Path.of("");

    @TestFactory
    Stream<DynamicTest> laws() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : CORPUS.isEmpty()
                ? List.of(Path.of("../examples"), Path.of("../asyncapi-spec/src/test/resources/cases"))
                : List.of(Path.of(CORPUS, "asyncapi"))) {
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(file -> file.toString().matches(".*\\.(ya?ml|json)")
                                && !file.toString().contains("/target/"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        if (CORPUS.isEmpty()) {
            List<Path> cases = CaseFolders.all();
            for (int i = 0; i < cases.size(); i += EVERY) {
                files.add(cases.get(i).resolve("new.yaml"));
            }
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(), () -> obey(file.toAbsolutePath().normalize())));
    }

    /** Laws that nothing was held to would hold too. */
    @AfterAll
    static void many_were_held_to_them() {
        assertThat(DOCUMENTS.get()).as("documents").isGreaterThan(50);
        assertThat(MUTANTS_READ.get()).as("mutants").isGreaterThan(DOCUMENTS.get());
    }

    private void obey(Path file) throws IOException {
        Optional<AsyncApiDocument> read = document(file);
        if (read.isEmpty()) {
            return;
        }
        AsyncApiDocument original = read.get();
        DOCUMENTS.incrementAndGet();
        JsonDocument bundled = JsonDocument.bundled(file).orElseThrow();
        Random random = new Random(file.getFileName().toString().hashCode());
        same(original, document(file), "itself");
        Path json = directory.resolve("document.json");
        same(original, bundled.read(json), "in one file");
        Optional<JsonDocument> converted = JsonDocument.converted(json);
        if (converted.isPresent()) {
            same(original, converted.get().read(json), "in 3.1");
        }
        same(original, bundled.copy().shuffled(random).read(json), "in another order");
        same(original, bundled.copy().referring().read(json), "by reference");
        for (int i = 0; i < MUTANTS; i++) {
            JsonDocument mutant = bundled.copy();
            int turns = 1 + random.nextInt(3);
            for (int turn = 0; turn < turns; turn++) {
                mutant.mutated(random);
            }
            Optional<AsyncApiDocument> other = mutant.read(json);
            if (other.isPresent()) {
                MUTANTS_READ.incrementAndGet();
                mirrored(original, other.get(), mutant.text());
                // Both may be odd: a document that others wrote is mostly a good one.
                JsonDocument further = mutant.copy().mutated(random);
                Optional<AsyncApiDocument> later = further.read(json);
                if (later.isPresent()) {
                    mirrored(other.get(), later.get(), mutant.text() + "\n" + further.text());
                }
            }
        }
    }

    private static Optional<AsyncApiDocument> document(Path file) {
        var result = AsyncApi.read(file);
        return result.valid() ? result.document() : Optional.empty();
    }

    private static void same(AsyncApiDocument one, Optional<AsyncApiDocument> other, String how) {
        assertThat(other).as(how).isPresent();
        assertThat(Differences.between(one, other.get()))
                .as(how)
                .extracting(Change::toString)
                .isEmpty();
        assertThat(Differences.between(other.get(), one))
                .as(how + ", the other way")
                .extracting(Change::toString)
                .isEmpty();
    }

    /** The rules that speak in one direction are the mirrors of those that speak in the other. */
    private static void mirrored(AsyncApiDocument one, AsyncApiDocument other, String text) {
        Set<String> forth = rules(one, other);
        Set<String> back = rules(other, one);
        Set<String> expected = new TreeSet<>();
        forth.stream().filter(MIRRORS::containsKey).map(MIRRORS::get).forEach(expected::add);
        Set<String> found = new TreeSet<>(back);
        found.retainAll(MIRRORS.keySet());
        assertThat(found).as("%s%nforth %s, back %s", text, forth, back).isEqualTo(expected);
    }

    private static Set<String> rules(AsyncApiDocument base, AsyncApiDocument head) {
        BaseDocument before = new BaseDocument("base", base, UnaryOperator.identity());
        Set<String> rules = new TreeSet<>();
        Compatibility.checkDocuments(List.of(before), head, CheckOptions.DEFAULT)
                .findings()
                .forEach(finding -> rules.add(finding.rule()));
        return rules;
    }

    /** Of rules about changes: what a version says of itself has no other direction. */
    private static Map<String, String> mirrors() {
        Map<String, String> mirrors = new HashMap<>();
        for (String line : CaseFolders.text(Path.of("src/test/resources/mirrors.txt"))
                .lines()
                .toList()) {
            if (line.contains(" <-> ")) {
                List<String> pair = List.of(line.split(" <-> ", 2));
                mirrors.put(pair.get(0), pair.get(1));
                mirrors.put(pair.get(1), pair.get(0));
            }
        }
        mirrors.keySet().removeIf(GateRules::contain);
        // A required header that goes is header-remove too, and its other direction has a rule that has no mirror.
        mirrors.keySet().removeAll(Set.of("header-remove", "header-optional-add"));
        // One direction may be decided and the other not, and who receives minds one only.
        mirrors.remove("payload-undecided");
        assertThat(mirrors).isNotEmpty().hasSizeLessThan(Rules.all().size());
        return mirrors;
    }
}
