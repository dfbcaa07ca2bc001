package org.leadflow.console;

import org.leadflow.core.PageController;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people arrive after the login: who they are and where they may go. */
@PageController
class StartPage {

  private final boolean apiDocument;

  StartPage(@Value("${springdoc.swagger-ui.enabled:true}") boolean apiDocument) {
    this.apiDocument = apiDocument;
  }

  @GetMapping("/")
  String show(Model model) {
    model.addAttribute("apiDocument", apiDocument);
    return "start";
  }
}
