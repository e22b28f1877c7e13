/** Encrypts and decrypts archives and backups. */
@NullMarked
package dev.sluice.migration.archive.seal;

import org.jspecify.annotations.NullMarked;
