package org.leadflow.organization.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Refused;
import org.leadflow.organization.OrganizationChanges;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives users their passwords. */
@RestController
@RequestMapping("/api/organization/users")
@Tag(name = "Organization")
class PasswordController {

  private final Asker asker;
  private final OrganizationChanges changes;

  PasswordController(Asker asker, OrganizationChanges changes) {
    this.asker = asker;
    this.changes = changes;
  }

  @PutMapping("/{id}/password")
  @Operation(
      summary = "Give a user a password",
      description = "Administrators only. 8 characters or more, at most 72 bytes.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "A password",
                      value = "{\"password\": \"Amber-River-Falcon-42\"}")))
  ResponseEntity<Void> setPassword(@PathVariable String id, @RequestBody NewPassword given) {
    asker.user(id);
    String password = given.password();
    if (password == null || password.length() < 8) {
      throw Refused.invalid("password", "must have 8 characters or more");
    }
    try {
      changes.setPassword(id, password);
    } catch (IllegalArgumentException unusable) {
      throw Refused.invalid("password", "must have at most 72 bytes");
    }
    return ResponseEntity.noContent().build();
  }

  /** A password in plain text; never answered. */
  record NewPassword(@Nullable String password) {

    /** Without it. */
    @Override
    public String toString() {
      return "NewPassword";
    }
  }
}
