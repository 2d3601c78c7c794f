package io.tidings.messaging.config;

/**
 * Something wrong with a setting.
 *
 * @param key the setting
 * @param message what is wrong
 * @param hint what to do about it; may be empty
 */
public record ConfigurationProblem(String key, String message, String hint) {

    @Override
    public String toString() {
        return key + ": " + message + (hint.isEmpty() ? "" : " " + hint);
    }
}
