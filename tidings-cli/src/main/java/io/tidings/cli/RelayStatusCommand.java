package io.tidings.cli;

import io.tidings.messaging.jdbc.relay.OutboxReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

/** {@code tidings relay status}. */
@Command(
        name = "status",
        description = "Shows what waits in an outbox, what can never be sent, and who relays.",
        footer = {"", "Exit status: 0 nothing is barred, 1 something is, 2 usage or I/O error."})
final class RelayStatusCommand extends Output implements Callable<Integer> {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Mixin
    private RelayDatabase database = new RelayDatabase();

    @Override
    public Integer call() {
        OutboxReport report = RelayDatabase.report(database.source());
        print(json() ? json(report) : text(report));
        return Status.of(report.barred() == 0);
    }

    private static String text(OutboxReport report) {
        StringBuilder out = new StringBuilder();
        out.append(report.backlog()).append(report.backlog() == 1 ? " message waits" : " messages wait");
        if (report.backlog() > 0) {
            out.append(", the oldest for ")
                    .append(report.oldestAge().toMillis())
                    .append(" ms");
        }
        out.append("; ").append(report.barred()).append(" can never be sent.\n");
        for (OutboxReport.Barred barred : report.firstBarred()) {
            out.append("    id ")
                    .append(barred.id())
                    .append(": message ")
                    .append(barred.messageId())
                    .append(" to ")
                    .append(barred.address())
                    .append(", written ")
                    .append(barred.since())
                    .append("\n        ")
                    .append(barred.reason())
                    .append('\n');
        }
        if (report.leaders().isEmpty()) {
            out.append("Nobody relays.\n");
        }
        for (OutboxReport.Leader leader : report.leaders()) {
            out.append("Relay ")
                    .append(leader.name())
                    .append(": shard ")
                    .append(leader.shard())
                    .append(" is led by ")
                    .append(leader.owner())
                    .append(", epoch ")
                    .append(leader.epoch())
                    .append(", for another ")
                    .append(leader.remaining().toMillis())
                    .append(" ms if nobody prolongs it\n");
        }
        return out.toString();
    }

    private static String json(OutboxReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("formatVersion", 1);
        json.put("backlog", report.backlog());
        json.put("oldestMillis", report.oldestAge().toMillis());
        json.put("sendable", report.sendable());
        json.put("barred", report.barred());
        json.put(
                "barredMessages",
                report.firstBarred().stream().map(RelayStatusCommand::json).toList());
        json.put(
                "leaders",
                report.leaders().stream().map(RelayStatusCommand::json).toList());
        return MAPPER.writeValueAsString(json) + "\n";
    }

    private static Map<String, Object> json(OutboxReport.Barred barred) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", barred.id());
        json.put("messageId", barred.messageId());
        json.put("address", barred.address());
        json.put("since", barred.since().toString());
        json.put("reason", barred.reason());
        return json;
    }

    private static Map<String, Object> json(OutboxReport.Leader leader) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", leader.name());
        json.put("shard", leader.shard());
        json.put("owner", leader.owner());
        json.put("epoch", leader.epoch());
        json.put("remainingMillis", leader.remaining().toMillis());
        return json;
    }
}
