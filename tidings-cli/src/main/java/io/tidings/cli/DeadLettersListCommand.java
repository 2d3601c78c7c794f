package io.tidings.cli;

import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.ParkedKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

/** {@code tidings dead-letters list}. */
@Command(name = "list", description = "Lists the keys that are parked: since when, why, and how many messages wait.")
final class DeadLettersListCommand extends Output implements Callable<Integer> {

    /** Nobody counts further to decide what to do. */
    private static final int MOST = 1_000;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private record Entry(ParkedKey key, int letters) {}

    @Mixin
    private DeadLettersOptions options = new DeadLettersOptions();

    @Override
    public Integer call() throws InterruptedException {
        List<Entry> entries = options.with((kafka, channel) -> entries(channel));
        print(json() ? json(entries) : text(entries));
        return Status.HOLDS;
    }

    private static List<Entry> entries(DeadLetterChannel channel) {
        List<Entry> entries = new ArrayList<>();
        channel.parked()
                .forEach(key ->
                        entries.add(new Entry(key, channel.letters(key, MOST).size())));
        return entries;
    }

    private String text(List<Entry> entries) {
        if (entries.isEmpty()) {
            return "Nothing is parked by group '" + options.group() + "'.\n";
        }
        StringBuilder out = new StringBuilder();
        for (Entry entry : entries) {
            ParkedKey key = entry.key();
            out.append(KeyName.of(key))
                    .append("  ")
                    .append(entry.letters() == 1 ? "1 letter" : entry.letters() + " letters")
                    .append(entry.letters() == MOST ? " or more" : "")
                    .append(", parked ")
                    .append(key.since())
                    .append(" at partition ")
                    .append(key.partition())
                    .append(" offset ")
                    .append(key.offset())
                    .append("\n    ")
                    .append(reason(key))
                    .append('\n');
        }
        return out.append('\n')
                .append(entries.size() == 1 ? "1 key is parked.\n" : entries.size() + " keys are parked.\n")
                .toString();
    }

    private static String reason(ParkedKey key) {
        String exception = key.exception().substring(key.exception().lastIndexOf('.') + 1);
        String tries = key.attempts() <= 1 ? "" : " (tried " + key.attempts() + " times)";
        return (exception.isEmpty() ? "" : exception + ": ") + key.reason() + tries;
    }

    private static String json(List<Entry> entries) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("formatVersion", 1);
        json.put("parked", entries.stream().map(DeadLettersListCommand::json).toList());
        return MAPPER.writeValueAsString(json) + "\n";
    }

    private static Map<String, Object> json(Entry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", KeyName.of(entry.key()));
        json.put("partition", entry.key().partition());
        json.put("offset", entry.key().offset());
        json.put("since", entry.key().since().toString());
        json.put("attempts", entry.key().attempts());
        json.put("exception", entry.key().exception());
        json.put("reason", entry.key().reason());
        json.put("letters", entry.letters());
        return json;
    }
}
