package dev.sluice.migration.target;

import org.jspecify.annotations.Nullable;

/**
 * One setting of a target, declared once: the key in {@code sluice.yaml}, its check, its masking
 * and its line in the documentation come from here.
 *
 * @param key in kebab case, such as {@code client-secret}
 * @param meaning one sentence for the documentation
 * @param secret whether its value is masked wherever it is printed
 * @param fallback the value where none is given; null where there is none
 * @param example a value for the documentation
 */
public record TargetOption(
    String key,
    String meaning,
    boolean required,
    boolean secret,
    @Nullable String fallback,
    String example) {}
