package org.leadflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** What becomes cards on a phone is still a table for screen readers. */
class TableRolesTests {

  private final SpringTemplateEngine pages = new SpringTemplateEngine();

  TableRolesTests() {
    pages.setTemplateResolver(new StringTemplateResolver());
    pages.addDialect(new TableRoles());
  }

  private String shown(String template) {
    return pages.process(template, new Context());
  }

  @Test
  void aStackedTableNamesItsParts() {
    String table =
        """
        <table class="stacked figures"><thead><tr><th scope="col">Source</th><th>Leads</th></tr></thead>\
        <tbody><tr th:each="n : ${#numbers.sequence(1, 2)}"><th scope="row" th:text="${n}">1</th>\
        <td role="gridcell">2</td><td>3</td></tr></tbody></table>""";

    assertThat(shown(table))
        .contains("<table class=\"stacked figures\" role=\"table\">")
        .contains("<thead role=\"rowgroup\"><tr role=\"row\">")
        .contains("<th scope=\"col\" role=\"columnheader\">Source", "<th role=\"columnheader\">")
        .contains("<th scope=\"row\" role=\"rowheader\">2</th><td role=\"gridcell\">")
        .contains("<td role=\"cell\">3</td>");
  }

  @Test
  void whatIsLaidOutAsATableStaysAsItIs() {
    String grid = "<table class=\"grid\"><tr><td>1</td></tr></table>";
    assertThat(shown("<table class=\"stacked\"></table>" + grid)).endsWith(grid);
    assertThat(shown("<table><tr><th>stacked</th></tr></table>")).doesNotContain("role");
  }
}
