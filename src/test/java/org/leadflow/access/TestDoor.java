package org.leadflow.access;

import io.swagger.v3.oas.annotations.Hidden;
import org.leadflow.core.Actor;
import org.leadflow.core.CurrentActor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a room's door learns from this room, once for each kind of path. */
@RestController
@Hidden
class TestDoor {

  private final CurrentCaller caller;
  private final CurrentActor actor;

  TestDoor(CurrentCaller caller, CurrentActor actor) {
    this.caller = caller;
    this.actor = actor;
  }

  @GetMapping({"/test-door/caller", "/api/test-door/caller"})
  Caller caller() {
    return caller.get();
  }

  @GetMapping({"/test-door/actor", "/api/test-door/actor", "/camunda/test-door/actor"})
  Actor actor() {
    return actor.get();
  }

  @GetMapping({"/test-door/missing", "/api/test-door/missing"})
  void missing() {
    throw new MissingPrivilege(Privilege.APPEND_TO);
  }

  @GetMapping({"/test-door/leads/{id}", "/api/test-door/leads/{id}"})
  void lead(@PathVariable String id) {
    throw new NotVisible("lead", id);
  }
}
