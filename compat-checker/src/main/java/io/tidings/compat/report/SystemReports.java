package io.tidings.compat.report;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.report.Entry;
import io.tidings.asyncapi.report.Report;
import io.tidings.asyncapi.report.Report.Aside;
import io.tidings.asyncapi.report.Report.Section;
import io.tidings.asyncapi.report.Report.Standing;
import io.tidings.compat.landscape.Landscape;
import io.tidings.compat.landscape.LandscapeFinding;
import io.tidings.compat.landscape.Service;
import io.tidings.compat.landscape.SharedChannel;
import io.tidings.compat.landscape.SystemReport;
import io.tidings.compat.landscape.SystemReport.Suppressed;
import io.tidings.compat.landscape.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Puts what was found in a landscape into the form that all formats print. */
public final class SystemReports {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private SystemReports() {}

    /**
     * A report, a section for each document.
     *
     * @param failsFrom the least severity that fails
     */
    public static Report report(SystemReport system, Severity failsFrom) {
        Landscape landscape = system.landscape();
        Map<String, List<Entry>> byFile = new LinkedHashMap<>();
        Map<String, String> fileOf = new LinkedHashMap<>();
        for (Service service : landscape.services()) {
            byFile.put(service.file(), new ArrayList<>());
            fileOf.put(service.name(), service.file());
        }
        for (LandscapeFinding finding : system.findings()) {
            // What is about the settings stands in their file.
            String file = finding.spots().isEmpty()
                    ? ""
                    : fileOf.getOrDefault(
                            finding.spots().get(0).service(), finding.place().file());
            byFile.computeIfAbsent(file, other -> new ArrayList<>()).add(entry(finding));
        }
        List<Section> sections = new ArrayList<>();
        byFile.forEach((file, entries) -> sections.add(new Section(file, entries)));
        boolean holds = system.holds(failsFrom);
        return new Report(
                "system",
                "Landscape of " + count(landscape.services().size(), "service"),
                sections,
                system.suppressed().stream().map(SystemReports::sentence).toList(),
                holds,
                failsFrom,
                summary(system, holds),
                LandscapeEntries::rule,
                Report.Sources.FILES,
                () -> MAPPER.writeValueAsString(json(system, holds)) + "\n",
                system.suppressed().stream().map(SystemReports::aside).toList());
    }

    private static Entry entry(LandscapeFinding finding) {
        return LandscapeEntries.entry(
                finding,
                finding.rule().id(),
                finding.rule().hint(),
                finding.severity(),
                finding.severity().label());
    }

    private static String sentence(Suppressed suppressed) {
        return "Suppressed until " + suppressed.by().until() + " ("
                + suppressed.by().reason() + "): " + suppressed.finding().rule().id() + ": "
                + suppressed.finding().reason();
    }

    private static Aside aside(Suppressed suppressed) {
        return new Aside(
                entry(suppressed.finding()),
                Standing.SUPPRESSED,
                "until " + suppressed.by().until() + ": " + suppressed.by().reason());
    }

    private static String summary(SystemReport system, boolean holds) {
        Landscape landscape = system.landscape();
        return (holds ? "PASS: " : "FAIL: ") + count(landscape.services().size(), "service") + ", "
                + count(landscape.channels().size(), "channel") + "; " + count(of(system, Severity.ERROR), "error")
                + ", " + count(of(system, Severity.WARNING), "warning") + ", " + of(system, Severity.INFO) + " info";
    }

    private static int of(SystemReport system, Severity severity) {
        return (int) system.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static Map<String, @Nullable Object> json(SystemReport system, boolean holds) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("formatVersion", 1);
        json.put("verdict", holds ? "pass" : "fail");
        json.put(
                "services",
                system.landscape().services().stream()
                        .map(SystemReports::service)
                        .toList());
        json.put(
                "channels",
                system.landscape().channels().stream()
                        .map(SystemReports::channel)
                        .toList());
        json.put(
                "findings",
                system.findings().stream().map(SystemReports::finding).toList());
        if (!system.suppressed().isEmpty()) {
            json.put(
                    "suppressed",
                    system.suppressed().stream().map(SystemReports::suppressed).toList());
        }
        return json;
    }

    private static Map<String, @Nullable Object> finding(LandscapeFinding finding) {
        return LandscapeEntries.json(
                finding, finding.rule().id(), finding.rule().hint());
    }

    /** As a finding, and who let it pass until when. */
    private static Map<String, @Nullable Object> suppressed(Suppressed suppressed) {
        Map<String, @Nullable Object> json = finding(suppressed.finding());
        json.put("suppression", JsonReport.suppression(suppressed.by()));
        return json;
    }

    private static Map<String, Object> service(Service service) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", service.name());
        json.put("file", service.file());
        json.put("version", service.version());
        return json;
    }

    private static Map<String, Object> channel(SharedChannel channel) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("address", channel.address());
        json.put("protocol", channel.protocol());
        json.put("hosts", List.copyOf(channel.hosts()));
        json.put("senders", channel.senders().stream().map(SystemReports::use).toList());
        json.put(
                "receivers",
                channel.receivers().stream().map(SystemReports::use).toList());
        return json;
    }

    private static Map<String, Object> use(Use use) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("service", use.service().name());
        json.put("operation", use.operation().name());
        json.put("reply", use.part() == Use.Part.REPLY);
        json.put("messages", use.messages().stream().map(Message::name).toList());
        return json;
    }
}
