package io.tidings.codegen.mojo;

import io.tidings.registry.RegistryException;
import io.tidings.registry.SchemaRegistry;
import io.tidings.sync.RegistryAccess;
import java.io.File;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What goals have in common that speak to a registry: where it is, and who asks. */
abstract class RegistryMojo extends AbstractMojo {

    /**
     * The registry: its URL, or several nodes of it separated by commas. Without it, as the configuration or the environment
     * variable {@code TIDINGS_REGISTRY_URL} says.
     */
    @Parameter(property = "tidings.registryUrl")
    private @Nullable String registryUrl;

    /** Settings as Kafka clients have them, for example {@code ssl.truststore.location}; they go before those of the file. */
    @Parameter
    private Map<String, String> registryConfiguration = Map.of();

    /** A file of such settings. Variables of the environment that begin with {@code TIDINGS_REGISTRY_} go before it. */
    @Parameter(property = "tidings.registryConfigurationFile")
    private @Nullable File registryConfigurationFile;

    /**
     * The {@code <server>} of Maven's settings whose user name and password, or whose password alone as a bearer token, the
     * registry is asked with.
     */
    @Parameter(property = "tidings.serverId")
    private @Nullable String serverId;

    /** Does nothing. */
    @Parameter(property = "tidings.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${settings}", readonly = true)
    private @Nullable Settings settings;

    @Inject
    private @Nullable SettingsDecrypter decrypter;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped");
            return;
        }
        RegistryAccess access = access();
        if (!access.complete()) {
            throw new MojoFailureException("No registry is named: set <registryUrl>");
        }
        try (SchemaRegistry registry = SchemaRegistry.connect(access.settings())) {
            run(access, registry);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (RegistryException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /**
     * Does what the goal is for.
     *
     * @throws IllegalArgumentException if a setting is wrong; the message names it
     * @throws RegistryException if the registry cannot be asked
     */
    abstract void run(RegistryAccess access, SchemaRegistry registry)
            throws MojoExecutionException, MojoFailureException;

    private RegistryAccess access() throws MojoExecutionException, MojoFailureException {
        try {
            RegistryAccess access = registryConfigurationFile == null
                    ? RegistryAccess.none()
                    : RegistryAccess.none().with(registryConfigurationFile.toPath());
            RegistryAccess told = access.withEnvironment(System.getenv())
                    .with(registryConfiguration)
                    .at(registryUrl);
            return serverId == null ? told : new ServerCredentials(settings, decrypter).of(serverId, told);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
