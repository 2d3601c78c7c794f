package io.tidings.asyncapi.source;

import io.tidings.asyncapi.source.Node.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The members of an object being read: the first of a name counts, a second is a problem. */
final class Members {
    private final Map<String, Member> byName = new LinkedHashMap<>();
    private final String pointer;
    private final List<SourceProblem> problems;

    Members(String pointer, List<SourceProblem> problems) {
        this.pointer = pointer;
        this.problems = problems;
    }

    void add(Member member) {
        Member earlier = byName.putIfAbsent(member.name(), member);
        if (earlier != null) {
            problems.add(new SourceProblem(
                    "duplicate-key",
                    "the key '" + member.name() + "' occurs twice in this object",
                    member.keyLocation(),
                    Pointers.child(pointer, member.name()),
                    "remove or rename one of them",
                    earlier.keyLocation()));
        }
    }

    /** What a merge key brings: never over a member that is written out. */
    void addIfAbsent(Member member) {
        byName.putIfAbsent(member.name(), member);
    }

    Map<String, Member> byName() {
        return byName;
    }
}
