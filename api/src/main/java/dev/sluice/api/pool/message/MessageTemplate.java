package dev.sluice.api.pool.message;

import org.jspecify.annotations.Nullable;

/** A text that the pool sends, with Cognito's placeholders such as {@code {####}}. */
public record MessageTemplate(
    @Nullable String emailSubject, @Nullable String emailMessage, @Nullable String smsMessage) {}
