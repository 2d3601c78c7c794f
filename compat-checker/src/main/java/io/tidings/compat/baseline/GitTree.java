package io.tidings.compat.baseline;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a revision.
 *
 * @param blobs object id by path from the root of the tree
 */
record GitTree(Map<String, String> blobs) {

    private static final Set<String> READABLE = Set.of("yaml", "yml", "json", "avsc", "avpr", "avro");

    static GitTree of(GitCommand git, String commit) {
        byte[] listing = git.output(
                List.of("ls-tree", "-r", "-z", "--full-tree", commit), new byte[0], "git cannot list the revision");
        Map<String, String> blobs = new LinkedHashMap<>();
        for (String entry : new String(listing, StandardCharsets.UTF_8).split("\0", -1)) {
            int tab = entry.indexOf('\t');
            String[] meta = tab < 0 ? new String[0] : entry.substring(0, tab).split(" ", -1);
            // Regular files: a symbolic link (120000) or a submodule (160000) has no document in it.
            if (meta.length == 3 && meta[0].startsWith("100")) {
                blobs.put(entry.substring(tab + 1), meta[2]);
            }
        }
        return new GitTree(blobs);
    }

    Optional<String> find(List<String> candidates) {
        return candidates.stream().filter(blobs::containsKey).findFirst();
    }

    /** What a document may refer to: a whole repository need not be copied for it. */
    static boolean readable(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1);
        return READABLE.contains(extension.toLowerCase(Locale.ROOT));
    }
}
