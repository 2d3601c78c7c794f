package io.tidings.cli;

import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.DeadLetterChannel.Answer;
import io.tidings.messaging.ParkedKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** A command that orders something about parked keys, and waits for what comes of it. */
abstract class Ordering extends Output implements Callable<Integer> {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Mixin
    private DeadLettersOptions options = new DeadLettersOptions();

    @Option(
            names = {"-w", "--wait"},
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait for the service's answer about each key (default: 30).")
    private long seconds = 30;

    /** Which keys, of those that are parked. */
    abstract List<ParkedKey> chosen(DeadLetterChannel channel);

    abstract Answer order(DeadLetterChannel channel, ParkedKey key, Duration patience) throws InterruptedException;

    @Override
    public final Integer call() throws InterruptedException {
        Map<ParkedKey, Answer> answers = options.with((kafka, channel) -> {
            Map<ParkedKey, Answer> all = new LinkedHashMap<>();
            for (ParkedKey key : chosen(channel)) {
                all.put(key, order(channel, key, Duration.ofSeconds(seconds)));
            }
            return all;
        });
        print(json() ? json(answers) : text(answers));
        return Status.of(answers.entrySet().stream().allMatch(entry -> asOrdered(entry.getKey(), entry.getValue())));
    }

    /** Whether this is what was asked for. */
    boolean asOrdered(ParkedKey key, Answer answer) {
        return answer instanceof Answer.Released;
    }

    private String text(Map<ParkedKey, Answer> answers) {
        if (answers.isEmpty()) {
            return "Nothing is parked by group '" + options.group() + "'.\n";
        }
        StringBuilder out = new StringBuilder();
        answers.forEach((key, answer) ->
                out.append(KeyName.of(key)).append("  ").append(text(answer)).append('\n'));
        return out.toString();
    }

    private String text(Answer answer) {
        if (answer instanceof Answer.StillParked still) {
            return "still parked, at offset " + still.key().offset() + ": "
                    + still.key().reason();
        }
        return answer instanceof Answer.Released
                ? "released"
                : "not answered yet: it is done when a service of group '" + options.group() + "' has the partition";
    }

    private static String json(Map<ParkedKey, Answer> answers) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("formatVersion", 1);
        json.put(
                "keys",
                answers.entrySet().stream()
                        .map(entry -> json(entry.getKey(), entry.getValue()))
                        .toList());
        return MAPPER.writeValueAsString(json) + "\n";
    }

    private static Map<String, Object> json(ParkedKey key, Answer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", KeyName.of(key));
        if (answer instanceof Answer.StillParked still) {
            json.put("answer", "parked");
            json.put("offset", still.key().offset());
            json.put("reason", still.key().reason());
        } else {
            json.put("answer", answer instanceof Answer.Released ? "released" : "none");
        }
        return json;
    }
}
