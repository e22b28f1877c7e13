package dev.sluice.harness;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs Debian's Chromium, in which each person has a window without a past. */
public final class Chromium implements AutoCloseable {
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /**
   * Starts the browser; skips the test if the machine has none. One thread at a time may use it.
   */
  public static Chromium launch() {
    Path program = OnPath.find("chromium", "Debian's package chromium");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Chromium(
        playwright,
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(QUIET)));
  }

  /** Opens a window with the browser's own settings. */
  public BrowserContext window() {
    return browser.newContext();
  }

  /** Opens a window with these settings: the language, the size of the screen, light or dark. */
  public BrowserContext window(Browser.NewContextOptions settings) {
    return browser.newContext(settings);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
