package io.tidings.site.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.compat.landscape.LandscapeFinding;
import io.tidings.compat.landscape.Service;
import io.tidings.compat.landscape.SystemReport;
import io.tidings.site.html.Anchors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A landscape, laid out, and what its parts are called on a page. */
final class Drawn {
    private final SystemReport report;
    private final List<Box> boxes;
    private final Layout layout;
    private final Map<String, String> serviceIds = new HashMap<>();
    private final Map<String, String> channelIds = new HashMap<>();

    Drawn(SystemReport report) {
        this.report = report;
        this.boxes = Boxes.of(report);
        List<String> names =
                report.landscape().services().stream().map(Service::name).toList();
        this.layout = Layout.of(Graph.of(names, boxes));
        Anchors anchors = new Anchors();
        names.forEach(name -> serviceIds.put(name, anchors.of("service", name, new Object())));
        report.landscape()
                .channels()
                .forEach(channel -> channelIds.computeIfAbsent(
                        channel.address(), address -> anchors.of("channel", address, new Object())));
    }

    SystemReport report() {
        return report;
    }

    Layout layout() {
        return layout;
    }

    /** The id of where a page tells of a service. */
    String service(String name) {
        return serviceIds.getOrDefault(name, "");
    }

    /** The id of where a page tells of a channel. */
    String channel(String address) {
        return channelIds.getOrDefault(address, "");
    }

    Service described(String name) {
        return report.landscape().services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What is said of a service: what has to be mended in its document. */
    List<LandscapeFinding> findings(String service) {
        return report.findings().stream()
                .filter(finding -> !finding.spots().isEmpty()
                        && finding.spots().get(0).service().equals(service))
                .toList();
    }

    static long count(List<LandscapeFinding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
