/** The mails and text messages that a pool sends, and their senders. */
@NullMarked
package dev.sluice.api.pool.message;

import org.jspecify.annotations.NullMarked;
