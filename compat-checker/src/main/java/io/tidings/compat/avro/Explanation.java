package io.tidings.compat.avro;

import io.tidings.compat.avro.Demand.Need;
import io.tidings.compat.avro.ReadRule.Weight;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Walks what was decided and says why, with paths. Each pair of types speaks once, at the first path that leads to it. */
final class Explanation {

    private record Visit(SchemaPair pair, String path, String writerPath) {}

    private final Resolution resolution;
    private final List<ReadFinding> findings = new ArrayList<>();
    private final Set<SchemaPair> seen = new HashSet<>();

    Explanation(Resolution resolution) {
        this.resolution = resolution;
    }

    ReadVerdict of(SchemaPair root) {
        Deque<Visit> open = new ArrayDeque<>(List.of(new Visit(root, "$", "$")));
        while (!open.isEmpty()) {
            Visit visit = open.pop();
            if (seen.add(visit.pair())) {
                List<Visit> next = visit(visit);
                for (int i = next.size() - 1; i >= 0; i--) {
                    open.push(next.get(i));
                }
            }
        }
        boolean resolves = resolution.resolves(root);
        boolean misread = findings.stream().anyMatch(finding -> finding.rule().weight() == Weight.MISREAD);
        return new ReadVerdict(resolves, resolves && !misread, findings);
    }

    private List<Visit> visit(Visit visit) {
        Demand demand = resolution.demand(visit.pair());
        for (Demand.Local finding : demand.findings()) {
            Demand.Step step = finding.step();
            findings.add(new ReadFinding(
                    finding.rule(),
                    visit.path() + step.reader(),
                    visit.writerPath() + step.writer(),
                    finding.message()));
        }
        List<Visit> next = new ArrayList<>();
        for (Need need : demand.needs()) {
            // Where none resolves, the first says best what was meant.
            SchemaPair chosen = need.alternatives().stream()
                    .filter(resolution::resolves)
                    .findFirst()
                    .orElse(need.alternatives().get(0));
            Demand.Step step = need.step();
            next.add(new Visit(chosen, visit.path() + step.reader(), visit.writerPath() + step.writer()));
        }
        return next;
    }
}
