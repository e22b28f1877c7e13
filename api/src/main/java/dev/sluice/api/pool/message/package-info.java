/** The mails and text messages that a pool sends, and by whom it sends them. */
@NullMarked
package dev.sluice.api.pool.message;

import org.jspecify.annotations.NullMarked;
