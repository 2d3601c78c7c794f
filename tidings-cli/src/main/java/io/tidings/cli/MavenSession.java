package io.tidings.cli;

import io.tidings.compat.baseline.BaselineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Repository;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.jspecify.annotations.Nullable;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/**
 * Maven's resolver as the user's settings have it: local repository, mirrors, proxies, credentials, offline mode, repositories
 * of active profiles.
 */
record MavenSession(
        RepositorySystem system, DefaultRepositorySystemSession session, List<RemoteRepository> repositories) {

    /** The parent of all projects, within Maven's own library: it names the repository that everybody has. */
    private static final String SUPER_POM = "/org/apache/maven/model/pom-4.0.0.xml";

    /**
     * Opens a session.
     *
     * @param file the user's settings; null for those in {@code ~/.m2}
     * @param base on whose behalf, for messages
     */
    static MavenSession open(@Nullable Path file, String base) {
        Path home = Path.of(System.getProperty("user.home"), ".m2");
        Settings settings = settings(file == null ? home.resolve("settings.xml") : file, base);
        SettingsDecryptionResult secrets = decrypted(settings);
        DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
        session.setSystemProperties(System.getProperties());
        session.setOffline(settings.isOffline());
        session.setMirrorSelector(mirrors(settings));
        session.setProxySelector(proxies(secrets.getProxies()));
        session.setAuthenticationSelector(credentials(secrets.getServers()));
        RepositorySystem system = new RepositorySystemSupplier().get();
        String local = Stream.of(System.getProperty("maven.repo.local"), settings.getLocalRepository())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(home.resolve("repository").toString());
        session.setLocalRepositoryManager(system.newLocalRepositoryManager(session, new LocalRepository(local)));
        return new MavenSession(system, session, system.newResolutionRepositories(session, remote(settings)));
    }

    private static Settings settings(Path file, String base) {
        DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
        request.setSystemProperties(System.getProperties());
        request.setUserSettingsFile(file.toFile());
        try {
            return new DefaultSettingsBuilderFactory()
                    .newInstance()
                    .build(request)
                    .getEffectiveSettings();
        } catch (SettingsBuildingException e) {
            throw new BaselineException("the base " + base + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Passwords that Maven keeps encrypted; what cannot be decrypted stays as it is, and the server refuses it. */
    private static SettingsDecryptionResult decrypted(Settings settings) {
        DefaultSecDispatcher secrets = new DefaultSecDispatcher(new DefaultPlexusCipher());
        secrets.setConfigurationFile("~/.m2/settings-security.xml");
        return new DefaultSettingsDecrypter(secrets).decrypt(new DefaultSettingsDecryptionRequest(settings));
    }

    private static DefaultMirrorSelector mirrors(Settings settings) {
        DefaultMirrorSelector mirrors = new DefaultMirrorSelector();
        settings.getMirrors()
                .forEach(mirror -> mirrors.add(
                        mirror.getId(),
                        mirror.getUrl(),
                        mirror.getLayout(),
                        false,
                        mirror.isBlocked(),
                        mirror.getMirrorOf(),
                        mirror.getMirrorOfLayouts()));
        return mirrors;
    }

    private static DefaultProxySelector proxies(List<Proxy> proxies) {
        DefaultProxySelector selector = new DefaultProxySelector();
        proxies.stream().filter(Proxy::isActive).forEach(proxy -> {
            Authentication authentication = new AuthenticationBuilder()
                    .addUsername(proxy.getUsername())
                    .addPassword(proxy.getPassword())
                    .build();
            selector.add(
                    new org.eclipse.aether.repository.Proxy(
                            proxy.getProtocol(), proxy.getHost(), proxy.getPort(), authentication),
                    proxy.getNonProxyHosts());
        });
        return selector;
    }

    private static DefaultAuthenticationSelector credentials(List<Server> servers) {
        DefaultAuthenticationSelector selector = new DefaultAuthenticationSelector();
        servers.forEach(server -> selector.add(
                server.getId(),
                new AuthenticationBuilder()
                        .addUsername(server.getUsername())
                        .addPassword(server.getPassword())
                        .addPrivateKey(server.getPrivateKey(), server.getPassphrase())
                        .build()));
        return selector;
    }

    private static List<RemoteRepository> remote(Settings settings) {
        List<RemoteRepository> remote = new ArrayList<>();
        for (Profile profile : settings.getProfiles()) {
            boolean byDefault =
                    profile.getActivation() != null && profile.getActivation().isActiveByDefault();
            if (byDefault || settings.getActiveProfiles().contains(profile.getId())) {
                for (Repository repository : profile.getRepositories()) {
                    remote.add(
                            new RemoteRepository.Builder(repository.getId(), "default", repository.getUrl()).build());
                }
            }
        }
        for (org.apache.maven.model.Repository everybodys : superPom().getRepositories()) {
            if (remote.stream().noneMatch(repository -> repository.getId().equals(everybodys.getId()))) {
                remote.add(new RemoteRepository.Builder(everybodys.getId(), "default", everybodys.getUrl()).build());
            }
        }
        return remote;
    }

    private static Model superPom() {
        try (InputStream pom = Objects.requireNonNull(Model.class.getResourceAsStream(SUPER_POM))) {
            return new MavenXpp3Reader().read(pom);
        } catch (IOException | XmlPullParserException e) {
            throw new IllegalStateException("Maven's own library is damaged", e);
        }
    }
}
