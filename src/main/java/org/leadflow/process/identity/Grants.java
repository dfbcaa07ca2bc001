package org.leadflow.process.identity;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * What a group may do in the engine beyond its tasks, which the engine grants to the candidate
 * group and the assignee of each task by itself.
 */
@Component
public class Grants {

  private final AuthorizationService authorizations;

  Grants(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  /** Sellers open Tasklist and see a task's place in its diagram; operators may do everything. */
  void basics() {
    allow(Groups.SELLERS, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    allow(
        Groups.SELLERS,
        Resources.PROCESS_DEFINITION,
        Authorization.ANY,
        ProcessDefinitionPermissions.READ);
    for (Resource everything : Resources.values()) {
      allow(Groups.OPERATORS, everything, Authorization.ANY, Permissions.ALL);
    }
  }

  /** Grants it once, however often it is called. */
  public void allow(String group, Resource resource, String resourceId, Permission permission) {
    Authorization found =
        authorizations
            .createAuthorizationQuery()
            .authorizationType(Authorization.AUTH_TYPE_GRANT)
            .groupIdIn(group)
            .resourceType(resource)
            .resourceId(resourceId)
            .singleResult();
    if (found != null && found.isPermissionGranted(permission)) {
      return;
    }
    Authorization grant =
        found == null
            ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT)
            : found;
    grant.setGroupId(group);
    grant.setResource(resource);
    grant.setResourceId(resourceId);
    grant.addPermission(permission);
    authorizations.saveAuthorization(grant);
  }
}
