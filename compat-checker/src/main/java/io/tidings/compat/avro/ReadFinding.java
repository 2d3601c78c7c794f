package io.tidings.compat.avro;

/**
 * One thing to say of a reader's schema against a writer's.
 *
 * @param path where in the data, by the reader's names: {@code $.lines[].price}; {@code {}} for a map's values, {@code
 *     <Name>} for a branch of a union
 * @param writerPath the same place by the writer's names, which aliases may make others
 * @param message one sentence with both sides in it
 */
public record ReadFinding(ReadRule rule, String path, String writerPath, String message) {}
