package io.tidings.cli;

import io.tidings.messaging.DeadLetter;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.ParkedKey;
import io.tidings.messaging.kafka.KafkaDeadLetters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code tidings dead-letters show}. */
@Command(name = "show", description = "Shows the letters of a key, in their order: payload, headers, and why.")
final class DeadLettersShowCommand extends Output implements Callable<Integer> {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private record Shown(DeadLetter letter, @Nullable String payload) {}

    @Parameters(paramLabel = "KEY", description = "A key, as list shows it.")
    private String key = "";

    @Mixin
    private DeadLettersOptions options = new DeadLettersOptions();

    @Option(
            names = {"-n", "--most"},
            paramLabel = "COUNT",
            defaultValue = "10",
            description = "No more letters than so many (default: 10).")
    private int most = 10;

    @Override
    public Integer call() throws InterruptedException {
        List<Shown> letters = options.with((kafka, channel) -> {
            List<Shown> shown = new ArrayList<>();
            for (ParkedKey parked : ParkedKeys.named(channel, List.of(key))) {
                channel.letters(parked, most)
                        .forEach(letter -> shown.add(
                                new Shown(letter, kafka.payload(letter).orElse(null))));
            }
            return shown;
        });
        print(json() ? json(letters) : text(letters));
        return Status.HOLDS;
    }

    private static String text(List<Shown> letters) {
        StringBuilder out = new StringBuilder();
        for (Shown shown : letters) {
            DeadLetter letter = shown.letter();
            out.append(letter.origin().address())
                    .append('-')
                    .append(letter.origin().partition())
                    .append(" offset ")
                    .append(letter.origin().offset())
                    .append(", set aside ")
                    .append(letter.time())
                    .append("\n  why      ")
                    .append(letter.exception())
                    .append(letter.exception().isEmpty() ? "" : ": ")
                    .append(letter.reason())
                    .append("\n  payload  ")
                    .append(shown.payload() == null ? "none (a tombstone)" : shown.payload())
                    .append('\n');
            headers(letter)
                    .forEach((name, value) -> out.append("  header   ")
                            .append(name)
                            .append(": ")
                            .append(value)
                            .append('\n'));
            out.append('\n');
        }
        return out.append(letters.size() == 1 ? "1 letter.\n" : letters.size() + " letters.\n")
                .toString();
    }

    private static Map<String, String> headers(DeadLetter letter) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (EncodedMessage.Header header : letter.message().headers()) {
            headers.put(
                    header.name(),
                    KafkaDeadLetters.text(header.value()).orElse("(" + header.value().length + " bytes)"));
        }
        return headers;
    }

    private static String json(List<Shown> letters) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("formatVersion", 1);
        json.put("letters", letters.stream().map(DeadLettersShowCommand::json).toList());
        return MAPPER.writeValueAsString(json) + "\n";
    }

    private static Map<String, @Nullable Object> json(Shown shown) {
        DeadLetter letter = shown.letter();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("topic", letter.origin().address());
        json.put("partition", letter.origin().partition());
        json.put("offset", letter.origin().offset());
        json.put("time", letter.time().toString());
        json.put("attempts", letter.attempts());
        json.put("exception", letter.exception());
        json.put("reason", letter.reason());
        json.put("behind", letter.behind().isPresent() ? letter.behind().getAsLong() : null);
        json.put("headers", headers(letter));
        json.put("payload", shown.payload());
        return json;
    }
}
