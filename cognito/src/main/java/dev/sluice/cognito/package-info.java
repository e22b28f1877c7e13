/** Amazon Cognito user pools as a source of users and verdicts; the only user of the AWS SDK. */
@NullMarked
package dev.sluice.cognito;

import org.jspecify.annotations.NullMarked;
