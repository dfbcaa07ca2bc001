package org.leadflow.lead;

import com.fasterxml.jackson.databind.DeserializationContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.leadflow.access.MissingPrivilege;
import org.leadflow.access.NotVisible;
import org.leadflow.core.Envelope;
import org.leadflow.core.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does the same to many leads, one after the other in the given order, each in a transaction of its
 * own. Whatever happens to one of them is its own result and never stops or undoes another.
 */
@Component
public class InBulk {

  /** How many leads one call may name. */
  public static final int LARGEST = 1000;

  private static final Logger log = LoggerFactory.getLogger(InBulk.class);

  /**
   * Does it to each lead; an id named twice is answered once.
   *
   * @param one does it to one lead in a transaction of its own; a refusal is thrown as at any door
   * @throws Refused when there are no ids, too many, or one is missing
   */
  public List<BulkResult> each(List<UUID> leadIds, Function<UUID, BulkResult> one) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("one transaction per lead, not one around all");
    }
    requireSome(leadIds);
    List<BulkResult> results = new ArrayList<>();
    for (UUID leadId : new LinkedHashSet<>(leadIds)) {
      results.add(resultOf(leadId, one));
    }
    return results;
  }

  /**
   * Takes the ids off the body of such a call; empty when they are not there, which {@link #each}
   * refuses.
   */
  public static List<UUID> ids(Envelope body, DeserializationContext context) throws IOException {
    List<UUID> ids =
        body.take(
            "leadIds", context.getTypeFactory().constructCollectionType(List.class, UUID.class));
    return ids == null ? List.of() : ids;
  }

  private static void requireSome(List<UUID> leadIds) {
    if (leadIds.isEmpty() || leadIds.size() > LARGEST || leadIds.contains(null)) {
      throw Refused.invalid("leadIds", "must hold 1 to " + LARGEST + " ids");
    }
  }

  private static BulkResult resultOf(UUID leadId, Function<UUID, BulkResult> one) {
    try {
      return one.apply(leadId);
    } catch (Refused refused) {
      return BulkResult.of(leadId, refused);
    } catch (NotVisible absent) {
      return BulkResult.refused(leadId, "not-found", absent.getMessage());
    } catch (MissingPrivilege missing) {
      return BulkResult.refused(leadId, "missing-privilege", missing.getMessage());
    } catch (AuthenticationException gone) {
      // Whoever asked may no longer: that is no matter of one lead.
      throw gone;
    } catch (RuntimeException unexpected) {
      return failed(leadId, unexpected);
    }
  }

  private static BulkResult failed(UUID leadId, RuntimeException failure) {
    Throwable cause =
        failure instanceof TransactionException || failure.getCause() == null
            ? failure
            : failure.getCause();
    if (failure instanceof ConcurrencyFailureException
        || cause instanceof ConcurrencyFailureException) {
      return BulkResult.refused(
          leadId, "overtaken", "Someone else changed the record meanwhile: read it again.");
    }
    if (failure instanceof TransientDataAccessException
        || cause instanceof TransientDataAccessException) {
      log.warn("The database did not answer for lead {}", leadId, failure);
      return BulkResult.refused(leadId, "unavailable", "Try again in a moment.");
    }
    log.error("Lead {} failed in a call about many", leadId, failure);
    return BulkResult.refused(
        leadId, "server-error", "The request failed; the log of the server says why.");
  }
}
