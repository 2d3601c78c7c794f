package io.tidings.codegen.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.codegen.output.RunKey;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class SharedSourcesTest {

    private static final Path ROOT = Path.of("target", "generated");
    private static final RunKey CLIENTS = new RunKey("generate", "here", "org.gen");
    private static final RunKey TESTS = new RunKey("generate-test", "here", "org.gen");

    private final SharedSources shared = SharedSources.in(new HashMap<>());

    @Test
    void twoGoalsOfOneExecutionAreTwoRuns() throws MojoFailureException {
        assertThat(shared.claim(ROOT, CLIENTS, Map.of("A.java", "a", "B.java", "b")))
                .hasSize(2);

        assertThat(shared.claim(ROOT, TESTS, Map.of("B.java", "b", "C.java", "c")))
                .containsExactly("C.java");
        assertThat(shared.isClaimed(ROOT, "A.java")).isTrue();
        assertThatThrownBy(() -> shared.claim(ROOT, TESTS, Map.of("A.java", "x")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("Goals 'generate' and 'generate-test' both generate A.java, and differently.");
    }
}
