package dev.sluice.targets.keycloak.backup;

import dev.sluice.api.target.TargetException;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import java.time.Duration;

/** Retries a call after trouble, as long as that may be temporary. */
public final class BackupPatience {
  private static final int TRIES = 6;

  /** A call that may be repeated. */
  interface Call {
    Answer ask() throws TroubleException;
  }

  /** Waits. */
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  private final Pause pause;

  BackupPatience(Pause pause) {
    this.pause = pause;
  }

  public static BackupPatience ofReality() {
    return new BackupPatience(Thread::sleep);
  }

  /**
   * Returns the first answer.
   *
   * @throws TargetException if there is none, with the last trouble
   */
  Answer with(Call call) {
    for (int tried = 1; ; tried++) {
      try {
        return call.ask();
      } catch (TroubleException e) {
        if (tried == TRIES) {
          throw e.asTargetException();
        }
        rest(e);
      }
    }
  }

  private void rest(TroubleException trouble) {
    try {
      pause.of(trouble.after());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw trouble.asTargetException();
    }
  }
}
