package io.tidings.codegen.mojo;

import io.tidings.sync.RegistryAccess;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/** Credentials from Maven's settings, decrypted as Maven itself decrypts them. */
record ServerCredentials(
        @Nullable Settings settings, @Nullable SettingsDecrypter decrypter) {

    /** Adds the credentials of a server. No message holds them. */
    RegistryAccess of(String id, RegistryAccess access) throws MojoExecutionException, MojoFailureException {
        Server written = settings == null ? null : settings.getServer(id);
        if (written == null) {
            throw new MojoFailureException("Maven's settings have no server '" + id + "': see <serverId>");
        }
        Server server = decrypted(id, written);
        String password = server.getPassword();
        if (password == null) {
            throw new MojoFailureException("The server '" + id + "' of Maven's settings has no password");
        }
        return server.getUsername() == null ? access.withToken(password) : access.as(server.getUsername(), password);
    }

    private Server decrypted(String id, Server written) throws MojoExecutionException {
        if (decrypter == null) {
            return written;
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(written));
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new MojoExecutionException(
                        "The password of the server '" + id + "' cannot be decrypted: " + problem.getMessage());
            }
        }
        return result.getServer();
    }
}
