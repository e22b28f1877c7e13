package dev.sluice.api.pool.branding;

import org.jspecify.annotations.Nullable;

/**
 * A picture of managed login.
 *
 * @param category such as FORM_LOGO or PAGE_BACKGROUND
 * @param colorMode LIGHT, DARK or DYNAMIC
 * @param extension such as PNG
 * @param base64 the picture itself, where known
 */
public record StyleAsset(
    String category, String colorMode, String extension, @Nullable String base64) {}
