package io.tidings.sync.download;

import io.tidings.sync.download.DownloadedFile.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What downloading came to, for people and for programs. */
public final class DownloadReport {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private DownloadReport() {}

    /** What became of each file, one line each. */
    public static List<String> lines(DownloadResult result) {
        List<String> lines = new ArrayList<>();
        result.files()
                .forEach(file -> lines.add(file.state().label() + ": " + path(file) + " (" + file.subject()
                        + ", version " + file.version() + ", id " + file.id() + ")"));
        return lines;
    }

    /** The result in one line. */
    public static String summary(DownloadResult result) {
        String counts = Arrays.stream(State.values())
                .filter(state -> count(result, state) > 0)
                .map(state -> count(result, state) + " " + state.label())
                .collect(Collectors.joining(", "));
        String said = counts.isEmpty() ? "no files" : counts;
        return result.holds() ? said : "FAIL: " + said;
    }

    /**
     * {@code {"formatVersion":1,"holds","files":[{"file","subject","version","id","state"}],"problems":[],"warnings":[]}}.
     */
    public static String json(DownloadResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("formatVersion", 1);
        json.put("holds", result.holds());
        json.put("files", result.files().stream().map(DownloadReport::file).toList());
        json.put("problems", result.problems());
        json.put("warnings", result.warnings());
        return MAPPER.writeValueAsString(json) + "\n";
    }

    private static Map<String, Object> file(DownloadedFile file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", path(file));
        json.put("subject", file.subject());
        json.put("version", file.version());
        json.put("id", file.id());
        json.put("state", file.state().label());
        return json;
    }

    private static long count(DownloadResult result, State state) {
        return result.files().stream().filter(file -> file.state() == state).count();
    }

    private static String path(DownloadedFile file) {
        return file.file().toString().replace('\\', '/');
    }
}
