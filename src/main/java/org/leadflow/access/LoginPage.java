package org.leadflow.access;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The one page everybody may see. */
@Controller
class LoginPage {

  @GetMapping("/login")
  String show() {
    return "login";
  }
}
