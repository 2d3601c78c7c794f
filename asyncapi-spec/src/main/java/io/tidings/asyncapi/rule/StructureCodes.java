package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What {@code structure.codes} says of the codes that are not rules. A line that is not indented is a code, its severity
 * and what holds where nothing is said; indented lines explain it.
 */
final class StructureCodes {
    private static final String FILE = "structure.codes";
    private static final Map<Code, String> ALL = read();

    private StructureCodes() {}

    /** The codes and their explanations, in the order of the file. */
    static Map<Code, String> all() {
        return ALL;
    }

    private static Map<Code, String> read() {
        Map<Code, String> codes = new LinkedHashMap<>();
        InputStream stream = Objects.requireNonNull(StructureCodes.class.getResourceAsStream(FILE), FILE);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Code[] last = new Code[1];
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        if (Character.isWhitespace(line.charAt(0))) {
                            codes.merge(
                                    last[0],
                                    line.strip(),
                                    (above, more) -> above.isEmpty() ? more : above + "\n" + more);
                        } else {
                            last[0] = code(line);
                            codes.put(last[0], "");
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(codes);
    }

    private static Code code(String line) {
        String[] parts = line.split("\\s+", 3);
        Severity severity = Severity.valueOf(parts[1].toUpperCase(Locale.ROOT));
        return new Code(parts[0], severity, parts[2], Code.Kind.STRUCTURE);
    }
}
