package io.tidings.asyncapi;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.SourceLimits;
import io.tidings.asyncapi.source.SourceReader;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What a seed makes of a file: always the same bytes. */
final class Mutant {
    private final String file;
    private final byte[] original;
    private final @Nullable Node root;

    Mutant(String file, byte[] original) {
        this.file = file;
        this.original = original;
        this.root = new SourceReader(SourceLimits.DEFAULT)
                .readText(file, new String(original, StandardCharsets.UTF_8))
                .root()
                .orElse(null);
    }

    byte[] of(long seed) {
        Random random = new Random(seed);
        int kind = random.nextInt(10);
        if (kind == 0) {
            return new ByteMutation(random).of(original);
        }
        String text = new String(original, StandardCharsets.UTF_8);
        if (kind < 4 || root == null) {
            for (int i = 0; i <= random.nextInt(3); i++) {
                text = new TextMutation(random).of(text);
            }
            return text.getBytes(StandardCharsets.UTF_8);
        }
        boolean yaml = !file.endsWith(".json") && !file.endsWith(".avsc") && random.nextBoolean();
        return new TreeMutation(random).of(root, yaml).getBytes(StandardCharsets.UTF_8);
    }
}
