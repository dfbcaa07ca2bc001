package org.leadflow.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** Camunda Tasklist as a seller uses it. */
final class Tasklist {

  private static final By FORM = By.cssSelector(".fjs-container form.fjs-form");

  private static final By ALERT = By.cssSelector("[notifications-panel] .alert-danger");

  private final Browser browser;

  Tasklist(Browser browser) {
    this.browser = browser;
    browser.open("/");
    browser.click(By.id("tasklist"));
    browser.find(By.cssSelector(".task-filter.active"));
  }

  /** What the list is sorted by. */
  String order() {
    return browser.find(By.cssSelector("li.sorting-choice")).getText().strip();
  }

  /** Opens one of the lists on the left. */
  Tasklist list(String name) {
    browser.click(filter(name));
    browser.find(
        By.xpath(
            "//div[contains(@class,'task-filter') and contains(@class,'active')]"
                + "//a[contains(normalize-space(.),\""
                + name
                + "\")]"));
    return this;
  }

  boolean offers(String name) {
    return browser.find(filter(name)).isDisplayed();
  }

  /** What the list says of the task of this company. */
  String line(String company) {
    return browser.find(task(company)).getText();
  }

  Tasklist open(String company) {
    browser.click(By.xpath(path(company) + "//h4[contains(@class,'task')]/a"));
    browser.find(FORM);
    return this;
  }

  Tasklist claim() {
    browser.click(By.cssSelector(".assignee .claim, [ng-click='claim()']"));
    browser.until(
        ExpectedConditions.elementToBeClickable(By.cssSelector("input.fjs-input[type=radio]")));
    return this;
  }

  /** What stands in the lead's card inside the form. */
  String card() {
    browser.enterFrame(By.cssSelector(".fjs-container iframe"));
    try {
      return browser.text();
    } finally {
      browser.leaveFrame();
    }
  }

  Tasklist choose(String answer) {
    browser.click(By.xpath("//label[contains(.,'" + answer + "')]/input[@type='radio']"));
    return this;
  }

  Tasklist select(String field, String option) {
    String place =
        "//div[contains(@class,'fjs-form-field-select')][label[contains(.,'" + field + "')]]";
    browser.click(By.xpath(place + "//div[contains(@class,'fjs-input-group')]"));
    browser.click(
        By.xpath("//div[contains(@class,'fjs-dropdownlist-item')][contains(.,'" + option + "')]"));
    return this;
  }

  Tasklist write(String field, String text) {
    By by =
        By.xpath(
            "//label[contains(.,'"
                + field
                + "')]/following-sibling::*/descendant-or-self::*"
                + "[self::input or self::textarea]");
    WebElement input = browser.find(by);
    input.clear();
    input.sendKeys(text);
    return this;
  }

  void complete() {
    browser.click(By.xpath("//button[normalize-space(.)='Complete']"));
  }

  /** What Tasklist says when the server refused. */
  String refusal() {
    return browser.find(ALERT).getText();
  }

  Tasklist dismissRefusal() {
    browser.click(By.cssSelector(".alert-danger [ng-click='removeNotification(notification)']"));
    browser.gone(ALERT);
    return this;
  }

  /** Waits until the task is done and its form is gone. */
  Tasklist completed() {
    browser.gone(FORM);
    return this;
  }

  private static By filter(String name) {
    return By.xpath(
        "//div[contains(@class,'task-filter')]//a[contains(normalize-space(.),\"" + name + "\")]");
  }

  private static By task(String company) {
    return By.xpath(path(company));
  }

  private static String path(String company) {
    return "//ol[contains(@class,'tasks-list')]/li[contains(@class,'task')][contains(.,'"
        + company
        + "')]";
  }
}
