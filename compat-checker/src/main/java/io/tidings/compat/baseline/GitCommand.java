package io.tidings.compat.baseline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Calls git as a process: users have it, with their configuration and their credentials.
 *
 * @param source the base on whose behalf, for messages
 * @param directory within the work tree
 */
record GitCommand(String source, Path directory) {

    private static final List<String> HOOKS = List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX");

    /**
     * What git said.
     *
     * @param complaint the first line on its standard error; empty where there is none
     */
    record Answer(int status, String output, String complaint) {}

    Answer run(String... arguments) {
        try {
            Process process = start(ProcessBuilder.Redirect.PIPE, arguments);
            process.getOutputStream().close();
            // One after the other: what git complains of fits into the pipe.
            byte[] output = process.getInputStream().readAllBytes();
            String complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
            return new Answer(process.waitFor(), new String(output, StandardCharsets.UTF_8), complaint);
        } catch (IOException e) {
            throw broken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BaselineException("the base " + source + " cannot be read: interrupted", e);
        }
    }

    /** What git prints; empty where it ends with another status than 0. */
    Optional<String> ask(String... arguments) {
        Answer answer = run(arguments);
        return answer.status() == 0 ? Optional.of(answer.output()) : Optional.empty();
    }

    /** The first line of what git prints. */
    Optional<String> line(String... arguments) {
        return ask(arguments).map(output -> output.lines().findFirst().orElse(""));
    }

    /** What git prints, separated by NUL characters: names may hold anything else. */
    List<String> names(String... arguments) {
        String output = ask(arguments).orElse("");
        return output.isEmpty() ? List.of() : Arrays.asList(output.split("\0", -1));
    }

    /** A process that reads from us. */
    Process start(String... arguments) {
        return start(ProcessBuilder.Redirect.DISCARD, arguments);
    }

    private Process start(ProcessBuilder.Redirect complaints, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toAbsolutePath().toFile())
                .redirectError(complaints);
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        // Within a hook git says where it is, relative to another folder than ours.
        HOOKS.forEach(name -> builder.environment()
                .computeIfPresent(name, (key, place) -> Path.of(place).isAbsolute() ? place : null));
        try {
            return builder.start();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    BaselineException refused(String why) {
        return new BaselineException("the base " + source + " cannot be read: " + why);
    }

    BaselineException broken(IOException e) {
        return new BaselineException("the base " + source + " cannot be read: git cannot be run: " + e.getMessage(), e);
    }

    static void send(OutputStream stdin, String line) throws IOException {
        stdin.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        stdin.flush();
    }
}
