package io.tidings.compat.baseline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Calls git as a process: users have it, with their configuration and their credentials. */
record GitCommand(String source, Path directory) {

    /** The first line of what git prints. */
    String line(List<String> arguments, String refused) {
        String output = new String(output(arguments, new byte[0], refused), StandardCharsets.UTF_8);
        return output.lines().findFirst().orElse("");
    }

    /** All that git prints, given all of {@code input}. */
    byte[] output(List<String> arguments, byte[] input, String refused) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toAbsolutePath().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        try {
            Process process = builder.start();
            // Written beside reading: git may answer before it has read all.
            CompletableFuture<Void> written = CompletableFuture.runAsync(() -> write(process, input));
            byte[] output = process.getInputStream().readAllBytes();
            written.join();
            if (process.waitFor() != 0) {
                throw new BaselineException("the base " + source + " cannot be read: " + refused);
            }
            return output;
        } catch (IOException e) {
            throw new BaselineException(
                    "the base " + source + " cannot be read: git cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BaselineException("the base " + source + " cannot be read: interrupted", e);
        }
    }

    private static void write(Process process, byte[] input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input);
        } catch (IOException closed) {
            // git has ended early; its exit status says so.
        }
    }
}
