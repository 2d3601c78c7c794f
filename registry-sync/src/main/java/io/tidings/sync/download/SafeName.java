package io.tidings.sync.download;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of files for what others named: a registry holds whatever somebody once registered. Names that Avro allows stay as
 * they are; what could lead out of a folder, or means something to a file system, is replaced.
 */
final class SafeName {
    /** Bytes: what common file systems allow is 255, and an ending is still to come. */
    private static final int LONGEST = 200;

    /** Devices on Windows, whatever the ending. */
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private SafeName() {}

    /** One segment of a path: never empty, never {@code .} or {@code ..}, no separators. */
    static String of(String name) {
        String safe = name.codePoints()
                .mapToObj(c ->
                        Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' ? Character.toString(c) : "_")
                .collect(Collectors.joining())
                .replaceAll("^\\.|\\.$", "_");
        boolean device = DEVICES.contains(safe.toLowerCase(Locale.ROOT).replaceFirst("\\..*", ""));
        String sure = safe.isEmpty() || device ? "_" + safe : safe;
        return shortened(sure, name);
    }

    /** The end gives way to a number, so that two long names stay two. */
    private static String shortened(String safe, String name) {
        byte[] bytes = safe.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST) {
            return safe;
        }
        String kept = new String(Arrays.copyOf(bytes, LONGEST - 9), StandardCharsets.UTF_8).replace("\uFFFD", "");
        return kept + "-" + HexFormat.of().toHexDigits(name.hashCode());
    }
}
