package io.tidings.compat.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of problems, those being worked at included: they are taken to have no value. What was concluded from such an
 * assumption is provisional. It becomes final when the problem assumed turns out to have none, and is forgotten when it turns
 * out otherwise: a memory that keeps such conclusions too long is how checkers of recursive schemas come to be unsound.
 */
final class Conclusions {

    private static final int NOTHING = Integer.MAX_VALUE;

    /** @param assumes the outermost open problem that it was concluded from */
    private record Provisional(Problem problem, int assumes) {}

    private record Frame(int outerAssumes, int provisionals) {}

    private final Map<Problem, Answer> settled = new HashMap<>();
    private final Map<Problem, Integer> open = new HashMap<>();
    private final List<Frame> frames = new ArrayList<>();
    private final List<Provisional> provisional = new ArrayList<>();
    private final Map<Problem, Integer> provisionalAssumes = new HashMap<>();
    private int assumes = NOTHING;

    int depth() {
        return frames.size();
    }

    @Nullable Answer of(Problem problem) {
        Answer known = settled.get(problem);
        if (known != null) {
            return known;
        }
        Integer assumed = open.get(problem);
        if (assumed == null) {
            assumed = provisionalAssumes.get(problem);
        }
        if (assumed == null) {
            return null;
        }
        assumes = Math.min(assumes, assumed);
        return Answer.none();
    }

    /** Whether what is known of it will stay. */
    boolean settled(Problem problem) {
        return settled.containsKey(problem);
    }

    void open(Problem problem) {
        open.put(problem, frames.size());
        frames.add(new Frame(assumes, provisional.size()));
        assumes = NOTHING;
    }

    Answer close(Problem problem, Answer answer) {
        int own = frames.size() - 1;
        Frame frame = frames.remove(own);
        open.remove(problem);
        boolean circular = assumes < own;
        if (!(answer instanceof Answer.None)) {
            settled.put(problem, answer);
            forget(frame.provisionals());
            assumes = frame.outerAssumes();
            return answer;
        }
        if (circular) {
            postpone(problem, frame.provisionals());
        } else {
            settled.put(problem, answer);
            settle(frame.provisionals());
            assumes = NOTHING;
        }
        assumes = Math.min(assumes, frame.outerAssumes());
        return answer;
    }

    private void forget(int from) {
        while (provisional.size() > from) {
            provisionalAssumes.remove(provisional.remove(provisional.size() - 1).problem());
        }
    }

    private void settle(int from) {
        while (provisional.size() > from) {
            Problem problem = provisional.remove(provisional.size() - 1).problem();
            provisionalAssumes.remove(problem);
            settled.put(problem, Answer.none());
        }
    }

    /** What was concluded within assumes at least what the problem itself does. */
    private void postpone(Problem problem, int from) {
        for (int i = from; i < provisional.size(); i++) {
            Problem inner = provisional.get(i).problem();
            provisional.set(i, new Provisional(inner, assumes));
            provisionalAssumes.put(inner, assumes);
        }
        provisional.add(new Provisional(problem, assumes));
        provisionalAssumes.put(problem, assumes);
    }
}
