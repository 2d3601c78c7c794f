package io.tidings.asyncapi.reference;

import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.remote.Credentials;
import io.tidings.asyncapi.remote.RemoteFailure;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.SourceFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the file that a reference names, where references may lead; says why there is none. */
final class Targets {
    private final Sources sources;
    private final Roots roots;
    private final Diagnostics diagnostics;

    /**
     * What was found.
     *
     * @param file null where there is nothing to read
     * @param unchecked whether nothing is known to be wrong with that
     */
    record Target(@Nullable SourceFile file, boolean unchecked) {
        static final Target NONE = new Target(null, false);
        static final Target UNCHECKED = new Target(null, true);
    }

    Targets(Sources sources, Roots roots, Diagnostics diagnostics) {
        this.sources = sources;
        this.roots = roots;
        this.diagnostics = diagnostics;
    }

    Target find(ObjectNode reference, String written, ReferenceText text) {
        String from = reference.location().file();
        if (text.location().isEmpty()) {
            SourceFile same = sources.known(from);
            return same == null ? Target.NONE : new Target(same, false);
        }
        URI base = sources.baseOf(from);
        if (base == null && !text.remote()) {
            return text.foreign() ? foreign(reference, written) : local(reference, from, text);
        }
        try {
            URI url = base == null ? new URI(text.location()) : base.resolve(new URI(text.location()));
            if (!text.remote() && !text.scheme().isEmpty()) {
                return outside(reference, written, "what comes from the network cannot name local files");
            }
            return text.foreign() || text.idl()
                    ? foreign(reference, written)
                    : remote(reference, written, url.normalize());
        } catch (URISyntaxException | IllegalArgumentException e) {
            diagnostics.error(
                    "reference-url",
                    "'" + Credentials.masked(written) + "' is not a URL",
                    reference,
                    "percent-encode what a URL cannot hold");
            return Target.NONE;
        }
    }

    private Target foreign(ObjectNode reference, String written) {
        String shown = Credentials.masked(written);
        diagnostics.warning("reference-unchecked", "'" + shown + "' is not read", reference, null);
        return Target.UNCHECKED;
    }

    private Target remote(ObjectNode reference, String written, URI url) {
        try {
            return new Target(sources.load(url), false);
        } catch (RemoteFailure e) {
            String message = "'" + Credentials.masked(written) + "' " + e.getMessage();
            if (e.kind() == RemoteFailure.Kind.NOT_ASKED) {
                diagnostics.warning("reference-remote", message, reference, e.hint());
                return Target.UNCHECKED;
            }
            diagnostics.error("reference-remote-failed", message, reference, e.hint());
            return Target.NONE;
        }
    }

    private Target local(ObjectNode reference, String from, ReferenceText text) {
        try {
            Path path = Path.of(from).resolveSibling(text.path()).normalize();
            if (!roots.contain(path)) {
                return outside(
                        reference,
                        text.location(),
                        "references stay within the document's work tree, or, where there is none, its folder and those"
                                + " beside it: move the file there, or allow its folder");
            }
            if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
                return missing(reference, "the referenced '" + path + "' is no file", from);
            }
            SourceFile file = text.idl() ? sources.loadIdl(path, roots::contain) : sources.load(path);
            return Sources.unreadable(file)
                    ? missing(
                            reference,
                            "the referenced file " + file.problems().get(0).message(),
                            from)
                    : new Target(file, false);
        } catch (InvalidPathException e) {
            diagnostics.error("reference-file-missing", notAPath(text.path()), reference, pathHint(text.path()));
            return Target.NONE;
        }
    }

    private Target missing(ObjectNode reference, String message, String from) {
        diagnostics.error("reference-file-missing", message, reference, "the path is relative to '" + from + "'");
        return Target.NONE;
    }

    private Target outside(ObjectNode reference, String written, String hint) {
        diagnostics.error(
                "reference-outside",
                "'" + Credentials.masked(written) + "' leads out of the folders that may be read",
                reference,
                hint);
        return Target.NONE;
    }

    private static String notAPath(String path) {
        return encodable(path)
                ? "'" + path + "' is not a path"
                : "'" + path + "' cannot be a file's name here: this JVM writes names in "
                        + System.getProperty("sun.jnu.encoding");
    }

    private static @Nullable String pathHint(String path) {
        return encodable(path) ? null : "start it with LC_ALL=C.UTF-8, or another UTF-8 locale";
    }

    private static boolean encodable(String path) {
        String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
        return !java.nio.charset.Charset.isSupported(encoding)
                || java.nio.charset.Charset.forName(encoding).newEncoder().canEncode(path);
    }
}
