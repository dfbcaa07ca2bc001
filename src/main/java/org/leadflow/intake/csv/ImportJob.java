package org.leadflow.intake.csv;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Owned;
import org.leadflow.core.Refused;
import org.springframework.data.annotation.Id;

/**
 * A file of leads and what becomes of it. Belongs to whoever sent it.
 *
 * @param reason why it does not go on, null when nothing stops it
 * @param settings JSON of {@link CsvSettings}
 * @param headings JSON of the headings
 * @param mapping JSON of {@link Mapping}, null before it is started
 * @param source the system the file comes from, null before it is started
 * @param cutRows how many rows are there to be taken in
 * @param cutDone whether these are all
 */
public record ImportJob(
    @Id UUID importId,
    String fileName,
    long size,
    String sha256,
    Status status,
    @Nullable String reason,
    String settings,
    String headings,
    @Nullable String mapping,
    @Nullable String source,
    long rowsTotal,
    long cutRows,
    boolean cutDone,
    String ownerUser,
    @Nullable String ownerTeam,
    String owningBusinessUnit,
    @Nullable String owningPartner,
    Instant createdOn,
    @Nullable Instant startedOn,
    @Nullable Instant endedOn)
    implements Owned {

  /** Where it stands. */
  public enum Status {
    /** Its bytes are coming in; a file whose sender got no answer stays so and is removed. */
    RECEIVING,
    /** To be looked at and started. */
    READY,
    RUNNING,
    PAUSED,
    CANCELLED,
    /** Every row has its outcome. */
    DONE;

    public boolean isEnd() {
      return this == CANCELLED || this == DONE;
    }
  }

  CsvSettings reading() {
    return Json.read(settings, new TypeReference<CsvSettings>() {});
  }

  List<String> columns() {
    return Json.read(headings, new TypeReference<List<String>>() {});
  }

  Optional<Mapping> columnMapping() {
    return Optional.ofNullable(mapping)
        .map(text -> Json.read(text, new TypeReference<Mapping>() {}));
  }

  /** The answer to who wants something of it that its state does not allow. */
  Refused refusal(String what) {
    return Refused.conflict("import-state", "The import is %s and %s.".formatted(status, what));
  }

  void requireReady() {
    if (status != Status.READY) {
      throw refusal("was started before");
    }
  }

  void requireEnd() {
    if (!status.isEnd()) {
      throw refusal("must end or be cancelled first");
    }
  }

  /** Names it only: a log must not tell what is in the file. */
  @Override
  public String toString() {
    return "import " + importId;
  }
}
