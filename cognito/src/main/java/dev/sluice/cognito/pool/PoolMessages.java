package dev.sluice.cognito.pool;

import dev.sluice.api.pool.message.EmailSender;
import dev.sluice.api.pool.message.MessageTemplate;
import dev.sluice.api.pool.message.Messages;
import dev.sluice.api.pool.message.SmsSender;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserConfigType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EmailConfigurationType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserPoolMfaConfigResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SmsConfigurationType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerificationMessageTemplateType;

/** The pool's texts and senders. */
final class PoolMessages {
  private PoolMessages() {}

  static Messages of(UserPoolType pool, GetUserPoolMfaConfigResponse mfa) {
    VerificationMessageTemplateType set =
        Objects.requireNonNullElseGet(
            pool.verificationMessageTemplate(),
            () -> VerificationMessageTemplateType.builder().build());
    return new Messages(
        set.defaultEmailOptionAsString(),
        code(pool, set),
        new MessageTemplate(set.emailSubjectByLink(), set.emailMessageByLink(), null),
        invitation(pool.adminCreateUserConfig()),
        secondFactor(pool, mfa),
        email(pool.emailConfiguration()),
        sms(pool.smsConfiguration()));
  }

  /** Pools from before 2017 keep the text in fields of the pool itself. */
  private static MessageTemplate code(UserPoolType pool, VerificationMessageTemplateType set) {
    return new MessageTemplate(
        first(set.emailSubject(), pool.emailVerificationSubject()),
        first(set.emailMessage(), pool.emailVerificationMessage()),
        first(set.smsMessage(), pool.smsVerificationMessage()));
  }

  private static MessageTemplate invitation(@Nullable AdminCreateUserConfigType set) {
    return set == null || set.inviteMessageTemplate() == null
        ? new MessageTemplate(null, null, null)
        : new MessageTemplate(
            set.inviteMessageTemplate().emailSubject(),
            set.inviteMessageTemplate().emailMessage(),
            set.inviteMessageTemplate().smsMessage());
  }

  private static MessageTemplate secondFactor(UserPoolType pool, GetUserPoolMfaConfigResponse mfa) {
    return new MessageTemplate(
        mfa.emailMfaConfiguration() == null ? null : mfa.emailMfaConfiguration().subject(),
        mfa.emailMfaConfiguration() == null ? null : mfa.emailMfaConfiguration().message(),
        first(
            mfa.smsMfaConfiguration() == null
                ? null
                : mfa.smsMfaConfiguration().smsAuthenticationMessage(),
            pool.smsAuthenticationMessage()));
  }

  private static @Nullable EmailSender email(@Nullable EmailConfigurationType set) {
    return set == null
        ? null
        : new EmailSender(
            Objects.requireNonNullElse(set.emailSendingAccountAsString(), "COGNITO_DEFAULT"),
            set.from(),
            set.replyToEmailAddress(),
            set.sourceArn(),
            set.configurationSet());
  }

  /** Returns the SMS sender; a pool whose sender was removed has an empty object. */
  private static @Nullable SmsSender sms(@Nullable SmsConfigurationType set) {
    return set == null || set.snsCallerArn() == null
        ? null
        : new SmsSender(set.snsCallerArn(), set.externalId(), set.snsRegion());
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }
}
