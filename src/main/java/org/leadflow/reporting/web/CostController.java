package org.leadflow.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.leadflow.reporting.Cost;
import org.leadflow.reporting.Costs;
import org.leadflow.reporting.NewCost;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What sources of leads cost, entered by those who answer for a unit. */
@RestController
@RequestMapping("/api/reports/costs")
@Tag(name = "Reports")
class CostController {

  private final Costs costs;

  CostController(Costs costs) {
    this.costs = costs;
  }

  @GetMapping
  @Operation(
      summary = "List what sources of leads cost",
      description = "Of the units you answer for, the last entered first.")
  List<Cost> list() {
    return costs.list();
  }

  @PostMapping
  @ApiResponse(responseCode = "201", description = "Entered")
  @Operation(
      summary = "Enter what a source of leads cost",
      description =
          "Each day from the first to the last bears an equal part. Without a campaign it is for the source as a whole.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "A fair",
                      value =
                          "{\"unitId\": \"emea\", \"sourceCode\": 7, \"campaign\": \"hanover-2026\", \"amount\": 18000,"
                              + " \"currency\": \"EUR\", \"firstDay\": \"2026-04-20\", \"lastDay\": \"2026-04-24\"}")))
  ResponseEntity<Cost> add(@Valid @RequestBody NewCost given) {
    return ResponseEntity.status(HttpStatus.CREATED).body(costs.add(given));
  }

  @DeleteMapping("/{costId}")
  @ApiResponse(responseCode = "204", description = "Removed")
  @Operation(summary = "Remove a cost; to change one, remove it and enter it anew")
  ResponseEntity<Void> remove(@PathVariable UUID costId) {
    costs.remove(costId);
    return ResponseEntity.noContent().build();
  }
}
