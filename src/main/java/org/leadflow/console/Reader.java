package org.leadflow.console;

import static org.leadflow.organization.Role.ADMINISTRATOR;
import static org.leadflow.organization.Role.MANAGER;
import static org.leadflow.organization.Role.OPERATOR;
import static org.leadflow.organization.Role.SELLER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.core.PageController;
import org.leadflow.organization.Role;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page of ours who reads it, for the head of the page and the links that help him. */
@ControllerAdvice(annotations = PageController.class)
class Reader {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";

  private final CurrentCaller callers;
  private final Names names;

  Reader(CurrentCaller callers, Names names) {
    this.callers = callers;
    this.names = names;
  }

  @ModelAttribute
  Me me() {
    Caller caller = callers.get();
    return new Me(
        caller.userId(),
        names.user(caller.userId()),
        caller.partnerId() != null
            ? names.partner(caller.partnerId())
            : names.unit(caller.businessUnitId()),
        caller.roles().stream().sorted().map(role -> role.name().toLowerCase(Locale.ROOT)).toList(),
        hasOneOf(caller, SELLER, MANAGER, OPERATOR, ADMINISTRATOR) ? TASKLIST : null,
        manages(caller),
        hasOneOf(caller, OPERATOR, ADMINISTRATOR));
  }

  /** Which part of the console the page belongs to, by the first word of its address. */
  @ModelAttribute("here")
  String here(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return path.split("/", 3).length > 1 ? path.split("/", 3)[1] : "";
  }

  /** Whether he may look at what managers look after. */
  static boolean manages(Caller caller) {
    return hasOneOf(caller, MANAGER, OPERATOR, ADMINISTRATOR);
  }

  private static boolean hasOneOf(Caller caller, Role... roles) {
    return Arrays.stream(roles).anyMatch(caller.roles()::contains);
  }
}
