package org.leadflow.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The browser of this machine; nothing is ever downloaded. */
final class Chromium {

  private static final String[] BROWSERS = {
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"
  };
  private static final String[] DRIVERS = {"chromedriver", "chromium.chromedriver"};

  private Chromium() {}

  /** Starts it with a profile of its own; skips the test, or in CI fails it, when there is none. */
  static ChromeDriver start(Path profile) {
    File browser = found("browser", BROWSERS);
    File driver = found("driver", DRIVERS);
    var options = new ChromeOptions();
    options.setBinary(browser);
    options.addArguments(
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en",
        "--window-size=1280,1100",
        "--user-data-dir=" + profile);
    if (isRoot()) {
      options.addArguments("--no-sandbox");
    }
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    // It warns of every browser that is younger than itself.
    Logger.getLogger("org.openqa.selenium").setLevel(Level.SEVERE);
    return new ChromeDriver(
        new ChromeDriverService.Builder().usingDriverExecutable(driver).build(), options);
  }

  static File found(String what, String... names) {
    Optional<File> found =
        Arrays.stream(names)
            .flatMap(name -> directories().map(directory -> new File(directory, name)))
            .filter(File::canExecute)
            .findFirst();
    if (found.isEmpty()) {
      String why =
          "No %s on the PATH (looked for %s), so nothing was tried in a browser."
              .formatted(what, String.join(", ", names));
      if ("true".equals(System.getenv("CI"))) {
        Assertions.fail(why + " Here CI is true, where it must be tried.");
      }
      Assumptions.abort(why);
    }
    return found.orElseThrow();
  }

  private static Stream<String> directories() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(
        Arrays.stream(path.split(File.pathSeparator)), Stream.of("/usr/bin", "/usr/local/bin"));
  }

  /** Chromium refuses its own sandbox to root, and only root needs to go without. */
  private static boolean isRoot() {
    try {
      return Files.exists(Path.of("/proc/self"))
          && "root".equals(Files.getOwner(Path.of("/proc/self")).getName());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
