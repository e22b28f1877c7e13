/** The first login: whether a password is right, and what the user must do next. */
@NullMarked
package dev.sluice.migration.login;

import org.jspecify.annotations.NullMarked;
