package org.leadflow.process.tasklist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The settings script of the engine's web applications as shipped, with our settings, and with two
 * things more, which they have no setting for. It runs before the application starts.
 */
@Controller
class WebappConfig {

  private static final String BEGINS = "export default {";

  /** The browser's language decides, as far as they are translated. */
  private static final String SETTINGS =
      """

        app: {vendor: 'Leadflow'},
        locales: {availableLocales: ['en', 'de'], fallbackLocale: 'en'},
        disableWelcomeMessage: true,
      """;

  /**
   * Where they would show a login of their own, after a logout or when the session has ended, the
   * browser loads the page again and so comes to our login.
   */
  private static final String ONE_LOGIN =
      """

      new MutationObserver(() => {
        if (/^#!?\\/login/.test(location.hash)) {
          location.replace(location.pathname);
        }
      }).observe(document.documentElement, {childList: true, subtree: true});
      """;

  /** Tasklist sorts by creation, whatever the filter says, unless its address says otherwise. */
  private static final String MOST_URGENT_FIRST =
      """

      const [view, search = ''] = location.hash.slice(1).split('?');
      if ((view === '' || view === '/') && !search.includes('sorting=')) {
        const sorting = encodeURIComponent('[{"sortBy":"dueDate","sortOrder":"asc"}]');
        history.replaceState(null, '', '#/?' + (search && search + '&') + 'sorting=' + sorting);
      }
      """;

  @GetMapping(
      path = "/camunda/app/{app:tasklist|cockpit|admin|welcome}/scripts/config.js",
      produces = "text/javascript;charset=UTF-8")
  @ResponseBody
  String script(@PathVariable String app) throws IOException {
    var shipped =
        new ClassPathResource(
            "META-INF/resources/webjars/camunda/app/" + app + "/scripts/config.js");
    return shipped.getContentAsString(StandardCharsets.UTF_8).replace(BEGINS, BEGINS + SETTINGS)
        + ONE_LOGIN
        + (app.equals("tasklist") ? MOST_URGENT_FIRST : "");
  }
}
