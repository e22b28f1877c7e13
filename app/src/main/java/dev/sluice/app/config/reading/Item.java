package dev.sluice.app.config.reading;

/**
 * Holds one value of a list, or of a key that may have a list.
 *
 * @param line the line that it stands on
 * @param printable whether mistakes may show it
 */
record Item<T>(int line, T value, boolean printable) {}
