package org.leadflow.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Somebody at a browser: waits for what he looks for, and takes pictures of it. */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final ChromeDriver driver;
  private final String address;

  Browser(Path profile, int port) {
    this.driver = Chromium.start(profile);
    this.address = "http://localhost:" + port;
  }

  void logIn(String user) {
    open("/login");
    find(By.name("username")).sendKeys(user);
    find(By.name("password")).sendKeys(RunningDemo.PASSWORD);
    click(By.cssSelector("main form button"));
    until(ExpectedConditions.urlToBe(address + "/"));
  }

  void logOut() {
    open("/");
    click(By.xpath("//button[.='Log out']"));
    find(By.name("username"));
  }

  void open(String path) {
    driver.get(address + path);
  }

  /** A page of another site, by its whole address. */
  void openElsewhere(String page) {
    driver.get(page);
  }

  /** Fills a field that no person sees, as programs do. */
  void write(String name, String value) {
    driver.executeScript(
        "document.getElementsByName(arguments[0])[0].value = arguments[1]", name, value);
  }

  /** The path of the page that is open. */
  String address() {
    return driver.getCurrentUrl().substring(address.length());
  }

  /** The first such thing, once it can be seen. */
  WebElement find(By by) {
    return until(ExpectedConditions.visibilityOfElementLocated(by));
  }

  List<WebElement> all(By by) {
    return driver.findElements(by);
  }

  /** Clicks it in the middle of the window, because bars at its edges cover things. */
  void click(By by) {
    until(
        browser -> {
          WebElement wanted = find(by);
          driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", wanted);
          wanted.click();
          return true;
        });
  }

  /** Clicks what leads to another page, and waits for that. */
  void leaveBy(By by) {
    WebElement page = find(By.tagName("html"));
    click(by);
    until(ignored -> isGone(page));
  }

  /** The driver has more than one way to say so. */
  private static boolean isGone(WebElement page) {
    try {
      page.isEnabled();
      return false;
    } catch (WebDriverException gone) {
      return true;
    }
  }

  /** Fills a field for a date, whatever way the browser wants dates typed. */
  void type(By by, LocalDate day) {
    driver.executeScript("arguments[0].value = arguments[1]", find(by), day.toString());
  }

  /** Presses keys where the focus is. */
  void press(CharSequence keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** What has the focus. */
  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Runs a script in the page, past what the page itself may run. */
  void run(String script) {
    driver.executeScript(script);
  }

  /** The same with one that says itself when it is done, and with what. */
  Object runAndWait(String script) {
    driver.manage().timeouts().scriptTimeout(PATIENCE);
    return driver.executeAsyncScript(script);
  }

  void refresh() {
    driver.navigate().refresh();
  }

  void gone(By by) {
    until(ExpectedConditions.invisibilityOfElementLocated(by));
  }

  void enterFrame(By by) {
    until(ExpectedConditions.frameToBeAvailableAndSwitchToIt(by));
  }

  void leaveFrame() {
    driver.switchTo().defaultContent();
  }

  String text() {
    return find(By.tagName("body")).getText();
  }

  /** What the browser complained about since the last time it was asked. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  static boolean isAgainstThePolicy(String complaint) {
    return complaint.contains("Content Security Policy") || complaint.contains("Refused to");
  }

  /** Waits until the page is laid out as narrow as that. */
  void resize(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
    until(ignored -> (Long) driver.executeScript("return window.innerWidth") <= width);
  }

  /** How wide the page would like to be, in pixels. */
  long widestContent() {
    return (Long) driver.executeScript("return document.documentElement.scrollWidth");
  }

  /** Keeps what is seen now; overwrites the picture of an earlier run. */
  void picture(String name) {
    picture(Path.of("target/pictures"), name);
  }

  void picture(Path directory, String name) {
    try {
      Files.createDirectories(directory);
      Files.write(directory.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  <T> T until(ExpectedCondition<T> condition) {
    try {
      return new WebDriverWait(driver, PATIENCE)
          .ignoring(StaleElementReferenceException.class)
          .ignoring(org.openqa.selenium.ElementClickInterceptedException.class)
          .until(condition);
    } catch (TimeoutException never) {
      picture("failed");
      throw never;
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
