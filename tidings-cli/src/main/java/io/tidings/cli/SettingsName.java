package io.tidings.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The name of a file of settings. */
final class SettingsName {

    private SettingsName() {}

    /** Fails where there is none: the command is wrong, and no document. */
    static void require(Path named) {
        if (!Files.isRegularFile(named)) {
            throw new UnusableInput(
                    Files.isDirectory(named) ? named + " is a folder, not a file of settings" : "no file " + named);
        }
    }
}
