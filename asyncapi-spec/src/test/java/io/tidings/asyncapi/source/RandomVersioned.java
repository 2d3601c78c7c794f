package io.tidings.asyncapi.source;

import java.util.List;
import java.util.Random;

/**
 * A document as people and programs write them, with {@code info.version} 1.0.0 in it, and the same with another version.
 * Known by construction: what stands before the value, and what behind it.
 */
record RandomVersioned(String file, String before, String after) {

    private static final String OLD = "1.0.0";
    private static final String NEW = "12.3.4-rc.5";
    private static final List<String> TITLES =
            List.of("Shop", "'1.0.0'", "\"version: 1.0.0\"", "Größe", "\"\uD83D\uDE80 1.0.0 \uD83D\uDE80\"", "日本語");
    private static final List<String> COMMENTS =
            List.of("", " # 1.0.0", " # version: 1.0.0 \uD83D\uDC4B", "  ", "   # 'x'");

    static RandomVersioned of(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> json(random, "asyncapi.json");
            case 1 -> json(random, "asyncapi.yaml");
            case 2 -> flow(random);
            default -> block(random);
        };
    }

    private static RandomVersioned block(Random random) {
        String indent = " ".repeat(1 + random.nextInt(6));
        String comment = pick(random, COMMENTS);
        StringBuilder head = new StringBuilder();
        head.append(pick(random, List.of("", "---\n", "%YAML 1.2\n---\n", "# version: 1.0.0\n", "\n\n")));
        head.append(pick(random, List.of("", "asyncapi: 3.0.0\n", "version: 1.0.0\n", "x-info: {version: 1.0.0}\n")));
        head.append(pick(
                random, List.of("info:", "\"info\":", "'info':", "? info\n:", "info: !!map", "info: &i", "info :")));
        head.append(pick(random, COMMENTS)).append('\n');
        head.append(indent)
                .append("title: ")
                .append(pick(random, TITLES))
                .append(pick(random, COMMENTS))
                .append('\n');
        if (random.nextBoolean()) {
            head.append(indent).append("description: |\n").append(indent).append("  version: 1.0.0\n\n");
            head.append(indent).append("  \uD83D\uDE80 and more\n");
        }
        head.append(indent)
                .append(pick(
                        random, List.of("version:", "'version':", "\"version\" :", "version: !!str", "version: &v")));
        head.append(pick(random, List.of(" ", "   ", "\n" + indent + "  ", " # a word\n" + indent + "  ")));
        String tail = comment + "\n" + (random.nextBoolean() ? indent + "license: {name: '1.0.0'}\n" : "")
                + pick(random, List.of("", "channels: {}\n", "channels: {} # end", "...\n", "\n\n \n"));
        return assembled(random, "asyncapi.yml", head.toString(), tail, pick(random, List.of("", "'", "\"")));
    }

    private static RandomVersioned flow(Random random) {
        String blank = pick(random, List.of("", " ", "\n  "));
        String head = "asyncapi: 3.0.0" + pick(random, COMMENTS) + "\ninfo: {" + blank + "title: "
                + pick(random, TITLES) + "," + (blank.isEmpty() ? " " : blank) + "version: "
                + pick(random, List.of("", "!!str ", "&v "));
        String tail = blank + (random.nextBoolean() ? ", x-more: [1.0.0]" : "") + "}\nchannels: {}";
        return assembled(random, "asyncapi.yaml", head, tail, pick(random, List.of("", "'", "\"")));
    }

    private static RandomVersioned json(Random random, String file) {
        String blank = pick(random, List.of("", " ", "\n", "\n  "));
        String title =
                pick(random, List.of("Shop", "\\\"version\\\": \\\"1.0.0\\\"", "\\u0031.0.0", "\uD83D\uDE80", "Größe"));
        String head = blank + "{" + blank + "\"version\": \"1.0.0\"," + blank + "\"info\":" + blank + " {" + blank
                + "\"title\": \"" + title + "\"," + blank + "\"tags\": [{\"version\": \"1.0.0\"}], \"version\":"
                + blank + " ";
        String tail = blank + (random.nextBoolean() ? ",\"license\": {\"name\": \"1.0.0\"}" : "") + "}" + blank + "}\n";
        return assembled(random, file, head, tail, "\"");
    }

    private static RandomVersioned assembled(Random random, String file, String head, String tail, String quote) {
        String mark = random.nextInt(3) == 0 ? "\uFEFF" : "";
        String ends = pick(random, List.of("\n", "\r\n", "\r"));
        String from = mark + head.replace("\n", ends) + quote;
        String to = quote + tail.replace("\n", ends);
        String old = quote.equals("\"") && random.nextInt(4) == 0 ? "\\u0031.0.0" : OLD;
        return new RandomVersioned(file, from + old + to, from + NEW + to);
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
