package org.leadflow.process.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.access.People;
import org.leadflow.access.RunningLeadflow;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a seller sees; skipped, with a word about it, where there is no Chromium. */
@RunningLeadflow
class TasklistInBrowserTests {

  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  @LocalServerPort int port;
  @Autowired TaskService tasks;

  private ChromeDriver browser;
  private WebDriverWait patience;

  @BeforeEach
  void open() {
    assumeTrue(
        Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
        "no Chromium in /usr/bin: Tasklist was not looked at");
    var options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--window-size=1400,900");
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
    patience = new WebDriverWait(browser, Duration.ofSeconds(30));
    task("less urgent", 5);
    task("most urgent", 1);
    task("not urgent", 9);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.quit();
    }
    tasks.deleteTasks(
        tasks.createTaskQuery().taskAssignee("anna").list().stream().map(Task::getId).toList(),
        true);
  }

  @Test
  void aSellerLogsInOnceSeesHisLeadsByUrgencyAndLeavesToTheSameLogin() {
    browser.get("http://localhost:" + port + "/camunda/app/tasklist/default/");
    assertThat(browser.getTitle()).isEqualTo("Log in to Leadflow");
    browser.findElement(By.name("username")).sendKeys("anna");
    browser.findElement(By.name("password")).sendKeys(People.PASSWORD);
    browser.findElement(By.cssSelector("form button")).click();

    patience.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector("li.task"), 3));
    assertThat(texts("body").get(0)).contains("My leads 3", "My team's leads");
    assertThat(texts("li.task h4")).containsExactly("most urgent", "less urgent", "not urgent");
    assertThat(texts("li.task").get(0)).contains("Company", "Contoso", "Score", "71");

    browser.findElement(By.cssSelector("li.account a")).click();
    patience.until(ExpectedConditions.elementToBeClickable(By.cssSelector("li.logout a"))).click();
    patience.until(ExpectedConditions.titleIs("Log in to Leadflow"));
  }

  private List<String> texts(String selector) {
    return browser.findElements(By.cssSelector(selector)).stream()
        .map(WebElement::getText)
        .toList();
  }

  private void task(String name, int dueInDays) {
    Task task = tasks.newTask();
    task.setName(name);
    task.setAssignee("anna");
    task.setDueDate(new Date(System.currentTimeMillis() + dueInDays * 86_400_000L));
    tasks.saveTask(task);
    tasks.setVariablesLocal(task.getId(), Map.of("company", "Contoso", "score", 71));
  }
}
