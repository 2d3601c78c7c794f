package io.tidings.compat.report;

import io.tidings.compat.landscape.ConsumerImpact;
import io.tidings.compat.landscape.ConsumerImpact.Told;
import io.tidings.compat.landscape.ImpactReport;
import io.tidings.compat.landscape.ImpactReport.Touch;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** For programs: the contract of {@code tidings impact}. What is absent is null. */
final class ImpactJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ImpactJson() {}

    static String render(ImpactReport impact, boolean passed) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("formatVersion", 1);
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("service", impact.owner().name());
        head.put("file", impact.owner().file());
        head.put("version", impact.owner().version());
        json.put("head", head);
        json.put("base", impact.base());
        json.put("verdict", passed ? "pass" : "fail");
        json.put(
                "consumers",
                impact.consumers().stream().map(ImpactJson::consumer).toList());
        json.put("changes", impact.changes().stream().map(ImpactJson::touch).toList());
        return MAPPER.writeValueAsString(json) + "\n";
    }

    private static Map<String, Object> consumer(ConsumerImpact consumer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", consumer.service().name());
        json.put("file", consumer.service().file());
        json.put("version", consumer.service().version());
        json.put("counterpart", consumer.service().counterpart());
        json.put("outcome", consumer.outcome().label());
        json.put("upgrade", consumer.upgrade().label());
        json.put("findings", consumer.findings().stream().map(ImpactJson::told).toList());
        return json;
    }

    private static Map<String, @Nullable Object> told(Told told) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("meaning", told.meaning().name().toLowerCase(Locale.ROOT));
        json.putAll(LandscapeEntries.json(told.finding(), told.rule(), told.hint()));
        return json;
    }

    private static Map<String, @Nullable Object> touch(Touch touch) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rule", touch.change().rule());
        json.put("impact", touch.change().impact().wire().label());
        json.put("channel", touch.change().channel());
        json.put("message", touch.change().message());
        json.put("path", touch.change().path());
        json.put("reason", touch.change().reason());
        Map<String, String> effects = new LinkedHashMap<>();
        touch.effects()
                .forEach((consumer, effect) ->
                        effects.put(consumer, effect.name().toLowerCase(Locale.ROOT)));
        json.put("effects", effects);
        return json;
    }
}
