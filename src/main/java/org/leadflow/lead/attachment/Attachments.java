package org.leadflow.lead.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.CurrentActor;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Ids;
import org.leadflow.core.Refused;
import org.leadflow.lead.LeadsBehind;
import org.leadflow.lead.RecordKind;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the files of leads. Whether one may be added, read or removed is asked at the door. A file
 * is read and written piece by piece and never held as a whole.
 */
@Service
public class Attachments {

  private static final int LOOKED_AT = 64 * 1024;

  private final AttachmentSettings settings;
  private final FileType types;
  private final Chunks chunks;
  private final JdbcClient jdbc;
  private final CurrentActor actor;
  private final Clock clock;

  Attachments(
      AttachmentSettings settings,
      FileType types,
      Chunks chunks,
      JdbcClient jdbc,
      CurrentActor actor,
      Clock clock) {
    this.settings = settings;
    this.types = types;
    this.chunks = chunks;
    this.jdbc = jdbc;
    this.actor = actor;
    this.clock = clock;
  }

  /** All of a lead, newest first. */
  public List<LeadAttachment> of(UUID leadId) {
    return jdbc.sql(
            "SELECT * FROM lead_attachment WHERE lead_id = ? ORDER BY created_on DESC, attachment_id DESC")
        .param(leadId)
        .query(LeadAttachment::read)
        .list();
  }

  /** One page of those of the leads that a record was made from, newest first. */
  public Page<LeadAttachment> behind(RecordKind kind, UUID id, Pageable page) {
    String all = " FROM lead_attachment WHERE lead_id IN (" + LeadsBehind.select(kind) + ")";
    List<LeadAttachment> items =
        jdbc.sql(
                "SELECT *"
                    + all
                    + " ORDER BY created_on DESC, attachment_id DESC"
                    + " OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY")
            .param("id", id)
            .param("offset", page.getOffset())
            .param("size", page.getPageSize())
            .query(LeadAttachment::read)
            .list();
    return PageableExecutionUtils.getPage(
        items,
        page,
        () -> jdbc.sql("SELECT count(*)" + all).param("id", id).query(Long.class).single());
  }

  /** The file, when it is one of this lead. */
  public Optional<LeadAttachment> find(UUID leadId, UUID attachmentId) {
    return find(attachmentId).filter(found -> found.leadId().equals(leadId));
  }

  /** The file, when it is one of a lead that this record was made from. */
  public Optional<LeadAttachment> find(RecordKind kind, UUID id, UUID attachmentId) {
    return jdbc.sql(
            "SELECT * FROM lead_attachment WHERE attachment_id = :attachment AND lead_id IN ("
                + LeadsBehind.select(kind)
                + ")")
        .param("attachment", attachmentId)
        .param("id", id)
        .query(LeadAttachment::read)
        .optional();
  }

  private Optional<LeadAttachment> find(UUID attachmentId) {
    return jdbc.sql("SELECT * FROM lead_attachment WHERE attachment_id = ?")
        .param(attachmentId)
        .query(LeadAttachment::read)
        .optional();
  }

  /** The bytes of a file, read from the database piece by piece while the stream is read. */
  public InputStream content(LeadAttachment attachment) {
    return chunks.read(attachment.attachmentId());
  }

  /**
   * Adds a file by whoever is acting. The caller holds the lead, so that nobody else adds one
   * meanwhile. A refusal must roll the transaction back.
   *
   * @param fileName as the sender calls it
   * @throws Refused when the file is too large, empty, of a type that is not taken or badly named,
   *     or the lead has enough files
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public LeadAttachment add(
      UUID leadId, @Nullable String fileName, AttachmentFields fields, InputStream content) {
    String name = FileName.of(fileName);
    long roomLeft = roomLeft(leadId);
    UUID id = Ids.next();
    try (var bytes = new BufferedInputStream(content, LOOKED_AT)) {
      requireContent(bytes);
      insert(id, leadId, name, types.of(bytes, name), fields);
      Chunks.Written written = chunks.write(id, bytes, settings.maxSize().toBytes());
      if (written.tooLarge()) {
        throw tooLarge();
      }
      if (written.size() > roomLeft) {
        throw full();
      }
      jdbc.sql("UPDATE lead_attachment SET size = ?, sha256 = ? WHERE attachment_id = ?")
          .params(written.size(), written.sha256(), id)
          .update();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return find(id).orElseThrow();
  }

  /** Removes a file with its bytes. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(LeadAttachment attachment) {
    jdbc.sql("DELETE FROM lead_attachment WHERE attachment_id = ?")
        .param(attachment.attachmentId())
        .update();
  }

  private void insert(
      UUID id, UUID leadId, String name, String mediaType, AttachmentFields fields) {
    jdbc.sql(
            """
            INSERT INTO lead_attachment (attachment_id, lead_id, file_name, media_type, size, sha256, subject, text,
              created_on, created_by)
            VALUES (?, ?, ?, ?, 1, '', ?, ?, ?, ?)
            """)
        .params(
            id,
            leadId,
            name,
            mediaType,
            fields.subject(),
            fields.text(),
            clock.instant().atOffset(ZoneOffset.UTC),
            actor.get().id())
        .update();
  }

  private long roomLeft(UUID leadId) {
    List<LeadAttachment> there = of(leadId);
    if (there.size() >= settings.maxPerLead().count()) {
      throw full();
    }
    return settings.maxPerLead().size().toBytes()
        - there.stream().mapToLong(LeadAttachment::size).sum();
  }

  private static void requireContent(InputStream bytes) throws IOException {
    bytes.mark(1);
    if (bytes.read() < 0) {
      throw refused("is empty");
    }
    bytes.reset();
  }

  private Refused tooLarge() {
    return new Refused(
        HttpStatus.PAYLOAD_TOO_LARGE,
        "too-large",
        "The file is larger than " + settings.maxSizeInWords() + ".",
        List.of(new FieldFault("file", "must not be larger than " + settings.maxSizeInWords())));
  }

  private Refused full() {
    return Refused.conflict(
        "attachments-full",
        "A lead has at most %d files of %s together: delete one first."
            .formatted(
                settings.maxPerLead().count(),
                AttachmentSettings.inWords(settings.maxPerLead().size())));
  }

  static Refused refused(String what) {
    return Refused.invalid(
        "invalid", "The file " + what + ".", List.of(new FieldFault("file", what)));
  }
}
