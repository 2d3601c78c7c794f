package io.tidings.asyncapi.source;

/**
 * Where a text value is written, in UTF-16 code units of the decoded file.
 *
 * @param from its first, quotes included
 * @param to behind its last
 * @param quote what it is written in; empty where it is in no quotes
 */
record TextSpan(int from, int to, String quote, Location place) {}
