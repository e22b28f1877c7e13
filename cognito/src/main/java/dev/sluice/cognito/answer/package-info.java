/** What Cognito's errors mean. */
@NullMarked
package dev.sluice.cognito.answer;

import org.jspecify.annotations.NullMarked;
