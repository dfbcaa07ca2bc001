package org.leadflow.process.tasklist;

import java.util.List;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.leadflow.process.ReplacedSession;
import org.springframework.stereotype.Component;

/**
 * Looks for no grant of each task in a list that holds nothing but what is assigned to whoever
 * asks, or offered to him or his own groups: the engine grants exactly these tasks to him when it
 * assigns and offers them. Looking took longer the more tasks there were. Any other question about
 * tasks is checked as before, and so is each task that is opened or answered.
 *
 * <p>Nor does it go through all grants before each question, only to find out which groups have
 * any: a person is in a few groups.
 */
@Component
class ListsOfTheAsker extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    ReplacedSession.in(engine, AuthorizationManager.class, Authorizations::new);
  }

  private static final class Authorizations extends AuthorizationManager {

    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
      return groups == null ? List.of() : groups;
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
      super.configureTaskQuery(query);
      AuthorizationCheck check = query.getAuthCheck();
      Authentication asker = getCurrentAuthentication();
      if (asker != null
          && check.isAuthorizationCheckEnabled()
          && !check.isRevokeAuthorizationCheckEnabled()
          && query.getQueries().size() == 1
          && (isAssignedTo(asker, query) || isOfferedTo(asker, query))) {
        check.setAuthorizationCheckEnabled(false);
        check.setAuthUserId(null);
        check.setAuthGroupIds(null);
      }
    }

    private static boolean isAssignedTo(Authentication asker, TaskQueryImpl query) {
      return asker.getUserId() != null && asker.getUserId().equals(query.getAssignee());
    }

    /**
     * Tasks that nobody has claimed; a claimed one may be granted to its assignee alone. What is
     * offered to somebody else or to groups of some name is added to a list, not taken from it.
     */
    private static boolean isOfferedTo(Authentication asker, TaskQueryImpl query) {
      String user = query.getCandidateUser();
      if (query.isIncludeAssignedTasks()
          || query.getCandidateGroupLike() != null
          || user != null && !user.equals(asker.getUserId())) {
        return false;
      }
      List<String> groups = query.getCandidateGroups();
      boolean asked = user != null || groups != null && !groups.isEmpty();
      return asked
          && (groups == null
              || groups.isEmpty()
              || asker.getGroupIds() != null && asker.getGroupIds().containsAll(groups));
    }
  }
}
