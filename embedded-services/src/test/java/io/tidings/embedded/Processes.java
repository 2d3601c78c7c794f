package io.tidings.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the machine knows of a process, ours or not. */
final class Processes {
    private Processes() {}

    /** Gone, or a zombie: in a container without an init nobody collects the dead of others. */
    static boolean isGone(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty() || isZombie(pid);
    }

    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException noSuchProcessOrNoProc) {
            return false;
        }
    }
}
