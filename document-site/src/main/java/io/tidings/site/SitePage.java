package io.tidings.site;

/**
 * A file of a site.
 *
 * @param name without a folder
 * @param content to be written in UTF-8
 */
public record SitePage(String name, String content) {}
