package io.tidings.cli;

/** Puts the notation of the rule table into words. */
final class Notation {

    private Notation() {}

    static String words(String cell) {
        int slash = cell.indexOf('/');
        if (slash < 0) {
            return word(cell);
        }
        return word(cell.substring(0, slash)) + "; " + word(cell.substring(slash + 1)) + " on a retained channel";
    }

    private static String word(String cell) {
        String level = switch (cell.charAt(0)) {
            case 'M' -> "MAJOR";
            case 'm' -> "MINOR";
            default -> "PATCH";
        };
        return cell.endsWith("W") ? level + " with a warning" : level;
    }
}
