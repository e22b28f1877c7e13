package dev.sluice.targets.http;

import dev.sluice.api.target.TargetException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reports that a vendor could not be asked or did not answer, with what is wrong and what to do.
 */
public final class TroubleException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String remedy;
  private final Duration after;
  private final int status;
  private final boolean lasting;
  private final boolean ofOneCall;

  private TroubleException(
      String problem, String remedy, Duration after, int status, @Nullable Throwable cause) {
    this(problem, remedy, after, status, cause, false, false);
  }

  private TroubleException(
      String problem,
      String remedy,
      Duration after,
      int status,
      @Nullable Throwable cause,
      boolean lasting,
      boolean ofOneCall) {
    super(problem + " " + remedy, cause);
    this.ofOneCall = ofOneCall;
    this.problem = problem;
    this.remedy = remedy;
    this.after = after;
    this.status = status;
    this.lasting = lasting;
  }

  /** Makes a trouble that the vendor itself reports, and that may pass. */
  public TroubleException(String problem, String remedy, Duration after) {
    this(problem, remedy, after, 0, null);
  }

  /** Makes a trouble that stays until somebody acts, such as refused credentials. */
  public static TroubleException lasting(String problem, String remedy) {
    return new TroubleException(problem, remedy, Duration.ofSeconds(30), 0, null, true, false);
  }

  /** Makes a trouble that stays until somebody acts, such as a right that one call needs. */
  public static TroubleException lastingAtOneCall(String problem, String remedy) {
    return new TroubleException(problem, remedy, Duration.ofSeconds(30), 0, null, true, true);
  }

  /** Returns whether another try is of no use before somebody has acted. */
  public boolean isLasting() {
    return lasting;
  }

  /** Tells whether other calls may be answered nevertheless. */
  public boolean isOfOneCall() {
    return ofOneCall;
  }

  /** Returns this for callers who know no vendor. */
  public TargetException asTargetException() {
    return lasting ? TargetException.lasting(told(), this) : new TargetException(told(), this);
  }

  /** Returns the problem and the remedy as one text. */
  public String told() {
    return problem + " " + remedy;
  }

  public String problem() {
    return problem;
  }

  public String remedy() {
    return remedy;
  }

  /** Returns how long to wait before another try. */
  public Duration after() {
    return after;
  }

  /** Returns the status of a vendor that failed at this call; 0 if there is none. */
  public int status() {
    return status;
  }

  static TroubleException unreachable(Vendor vendor, IOException cause) {
    return new TroubleException(
        vendor.name() + " cannot be reached at " + vendor.url() + " (" + reason(cause) + ").",
        "Start it, or correct " + vendor.urlOption() + ".",
        Duration.ofSeconds(5),
        0,
        cause);
  }

  static TroubleException tooSlow(Vendor vendor, Duration waited, IOException cause) {
    return new TroubleException(
        "%s at %s did not answer within %d s."
            .formatted(vendor.name(), vendor.url(), waited.toSeconds()),
        "Check its log and load; the same request can be repeated.",
        Duration.ofSeconds(10),
        0,
        cause);
  }

  static TroubleException tooLong(Vendor vendor, IOException cause) {
    return new TroubleException(
        "%s at %s gave an answer that is too long: %s."
            .formatted(vendor.name(), vendor.url(), reason(cause)),
        "Check whether %s is %s's address and not another server's."
            .formatted(vendor.urlOption(), vendor.name()),
        Duration.ofSeconds(30),
        0,
        cause);
  }

  static TroubleException interrupted(Vendor vendor, InterruptedException cause) {
    return new TroubleException(
        "The wait for " + vendor.name() + " at " + vendor.url() + " was interrupted.",
        "Run the command again.",
        Duration.ZERO,
        0,
        cause);
  }

  static TroubleException starting(Vendor vendor, Duration after) {
    return new TroubleException(
        "%s at %s answered 503: it is still starting, or overloaded."
            .formatted(vendor.name(), vendor.url()),
        "Wait until " + vendor.url() + vendor.readyPath() + " answers.",
        after,
        503,
        null);
  }

  static TroubleException tooMany(Vendor vendor, Duration after) {
    return new TroubleException(
        "%s at %s answered 429: too many calls.".formatted(vendor.name(), vendor.url()),
        "Wait, or raise its rate limit for Sluice.",
        after,
        429,
        null);
  }

  static TroubleException failed(Vendor vendor, String call, int status, Duration after) {
    return new TroubleException(
        vendor.name() + " failed with " + status + " at " + call + ".",
        "See its log.",
        after,
        status,
        null,
        false,
        true);
  }

  static TroubleException redirected(Vendor vendor, String call, String location) {
    return lasting(
        vendor.name() + " answered " + call + " with a redirect to " + location + ".",
        "Set the address that "
            + vendor.name()
            + " really has into "
            + vendor.urlOption()
            + "; Sluice does not send secrets to other addresses.");
  }

  static TroubleException notJson(Vendor vendor, String call) {
    return new TroubleException(
        "The answer to " + call + " is not JSON.",
        "Check whether %s is %s's address and not another server's."
            .formatted(vendor.urlOption(), vendor.name()),
        Duration.ofSeconds(30));
  }

  private static String reason(IOException cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }
}
