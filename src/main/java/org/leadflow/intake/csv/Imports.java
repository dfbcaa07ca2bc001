package org.leadflow.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Ids;
import org.leadflow.core.Refused;
import org.leadflow.intake.csv.Detection.Asked;
import org.leadflow.intake.csv.ImportChunks.Part;
import org.leadflow.intake.csv.ImportJob.Status;
import org.leadflow.intake.csv.Mapping.Column;
import org.leadflow.intake.csv.RowOutcome.Kind;
import org.leadflow.organization.Role;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files of leads: looked at, started, watched and taken up again. An import is for whoever sent the
 * file and who may see his leads; for others it does not exist.
 */
@Service
public class Imports {

  private static final Duration RATE_OVER = Duration.ofSeconds(60);
  private static final int LONGEST_MAPPING = 200_000;
  private static final List<String> NEEDED = List.of("subject", "lastName");

  private final ImportJobs jobs;
  private final ImportChunks chunks;
  private final ImportPieces pieces;
  private final ImportMappings mappings;
  private final ImportThreads threads;
  private final ImportSettings settings;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final TransactionTemplate transaction;

  Imports(
      ImportJobs jobs,
      ImportChunks chunks,
      ImportPieces pieces,
      ImportMappings mappings,
      ImportThreads threads,
      ImportSettings settings,
      Permissions permissions,
      CurrentCaller callers,
      TransactionTemplate transaction) {
    this.jobs = jobs;
    this.chunks = chunks;
    this.pieces = pieces;
    this.mappings = mappings;
    this.threads = threads;
    this.settings = settings;
    this.permissions = permissions;
    this.callers = callers;
    this.transaction = transaction;
  }

  /** A file on its way in; its bytes can be read more than once. */
  public interface Upload {

    String fileName();

    long size();

    InputStream open() throws IOException;
  }

  /** What somebody wants instead of what is found in the file; null where he leaves it to us. */
  public record Reading(
      @Nullable String charset,
      @Nullable String delimiter,
      @Nullable String quote,
      @Nullable Boolean header,
      CsvSettings.@Nullable Dates dates,
      CsvSettings.@Nullable Decimal decimal) {

    Asked asked() {
      List<FieldFault> faults = new ArrayList<>();
      if (charset != null && Encoding.named(charset).isEmpty()) {
        faults.add(
            new FieldFault(
                "charset", "must be UTF-8, UTF-16LE, UTF-16BE, windows-1252 or ISO-8859-1"));
      }
      String between =
          delimiter == null ? null : delimiter.replace("\\t", "\t").replace("tab", "\t");
      if (between != null && (between.length() != 1 || "\"\r\n".contains(between))) {
        faults.add(new FieldFault("delimiter", "must be one character, or tab"));
      }
      if (quote != null && !List.of("", "none", "\"", "'").contains(quote)) {
        faults.add(new FieldFault("quote", "must be \", ' or none"));
      }
      if (!faults.isEmpty()) {
        throw Refused.invalid("invalid", "Some fields are not as they must be.", faults);
      }
      return new Asked(charset, between, "none".equals(quote) ? "" : quote, header, dates, decimal);
    }
  }

  /**
   * Takes a file: it is recognised, read from end to end and kept. No lead comes of it yet.
   *
   * @throws NotCsv when it is none, saying why; nothing is kept
   * @throws Refused when it is larger than the caller may send
   */
  public ImportJob receive(Upload upload, Reading reading, @Nullable String source)
      throws IOException {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.CREATE);
    Asked asked = reading.asked();
    boolean operator =
        caller.roles().contains(Role.OPERATOR) || caller.roles().contains(Role.ADMINISTRATOR);
    long most = (operator ? settings.maxSizeForOperators() : settings.maxSize()).toBytes();
    if (upload.size() > most) {
      String sentence =
          "The file has %d bytes; %d is the most you may send.".formatted(upload.size(), most);
      throw new Refused(
          HttpStatus.PAYLOAD_TOO_LARGE,
          "too-large",
          sentence,
          List.of(new FieldFault("file", "is too large")));
    }
    SentFile file =
        SentFile.read(
            upload::open, asked, operator ? settings.maxRowsForOperators() : settings.maxRows());
    ImportJob job =
        jobs.insert(
            new ImportJob(
                Ids.next(),
                upload.fileName(),
                upload.size(),
                file.sha256(),
                Status.RECEIVING,
                null,
                Json.text(file.settings()),
                Json.text(file.headings()),
                null,
                source,
                file.rows(),
                0,
                false,
                caller.userId(),
                null,
                caller.businessUnitId(),
                caller.partnerId(),
                jobs.now(),
                null,
                null));
    try (InputStream bytes = upload.open()) {
      pieces.write(job.importId(), bytes);
    }
    jobs.move(job.importId(), Status.READY, null, Status.RECEIVING);
    return jobs.find(job.importId()).orElseThrow();
  }

  /** An import the caller may see. */
  public ImportJob find(UUID importId) {
    return permissions.require(
        callers.get(), Privilege.READ, "import", importId, jobs.find(importId));
  }

  /** Those the caller may see. */
  public Page<ImportJob> page(Pageable page) {
    permissions.require(callers.get(), Privilege.READ);
    return jobs.page(permissions.visible(callers.get(), Privilege.READ), page);
  }

  private ImportJob mine(UUID importId) {
    return permissions.require(
        callers.get(), Privilege.CREATE, "import", importId, jobs.find(importId));
  }

  /**
   * How the file would be read, with its first rows.
   *
   * @param source whose remembered columns are proposed, null for that of the upload
   */
  public Preview preview(UUID importId, Reading reading, @Nullable String source, int rows)
      throws IOException {
    ImportJob job = find(importId);
    requireReady(job);
    CsvSettings as = settings(job, reading.asked());
    List<List<String>> first = new ArrayList<>();
    try (var file = new CsvRows(pieces.read(importId), as)) {
      for (CsvRow row = file.next(); row != null && first.size() < rows; row = file.next()) {
        first.add(row.cells().stream().map(StrictReader::readable).toList());
      }
      Mapping proposal =
          mappings.proposal(
              file.headings(),
              job.fileName(),
              source == null ? job.source() : source,
              callers.get().partnerId());
      return new Preview(as, file.headings(), first, proposal, missing(proposal));
    }
  }

  private static List<String> missing(Mapping mapping) {
    return NEEDED.stream()
        .filter(field -> !mapping.fills(field))
        .filter(field -> !field.equals("lastName") || !mapping.fills(Fields.FULL_NAME))
        .toList();
  }

  /** As the file was found, but for what is asked for. */
  private CsvSettings settings(ImportJob job, Asked asked) throws IOException {
    CsvSettings found = job.reading();
    if (asked.equals(Asked.NOTHING)) {
      return found;
    }
    SentFile.Bytes bytes = () -> pieces.read(job.importId());
    String charset = asked.charset() == null ? found.charset() : asked.charset();
    String delimiter =
        asked.delimiter() == null && asked.charset() == null
            ? found.delimiter()
            : asked.delimiter();
    return SentFile.settings(
        bytes,
        SentFile.head(bytes),
        new Asked(
            charset,
            delimiter,
            asked.quote() == null ? found.quote() : asked.quote(),
            asked.header(),
            asked.dates() == null ? found.dates() : asked.dates(),
            asked.decimal()));
  }

  /** The fields a column can be laid on. */
  public List<ImportField> fields() {
    return Fields.all();
  }

  /**
   * Starts it; its rows become leads one after the other, as if the caller sent them in.
   *
   * @param mapping null for what the preview proposes
   * @throws NotCsv when it cannot be read the way that is asked for
   * @throws Refused naming what is wrong with the mapping, or when it was started before
   */
  public ImportJob start(
      UUID importId, Reading reading, @Nullable String source, @Nullable Mapping mapping)
      throws IOException {
    ImportJob job = mine(importId);
    requireReady(job);
    Asked asked = reading.asked();
    CsvSettings as = settings(job, asked);
    List<String> headings = job.columns();
    long rows = job.rowsTotal();
    if (!as.equals(job.reading())) {
      SentFile again =
          SentFile.read(
              () -> pieces.read(importId),
              new Asked(
                  as.charset(), as.delimiter(), as.quote(), as.header(), as.dates(), as.decimal()),
              Long.MAX_VALUE);
      headings = again.headings();
      rows = again.rows();
    }
    String from = Objects.requireNonNullElse(source == null ? job.source() : source, "csv");
    String partner = callers.get().partnerId();
    Mapping chosen =
        mapping == null ? mappings.proposal(headings, job.fileName(), from, partner) : mapping;
    requireGood(chosen, headings, as);
    if (!jobs.start(importId, as, headings, chosen, from, rows)) {
      throw notReady(find(importId));
    }
    mappings.remember(headings, chosen, from, partner);
    threads.wake();
    return find(importId);
  }

  private static void requireGood(Mapping mapping, List<String> headings, CsvSettings settings) {
    List<FieldFault> faults = new ArrayList<>();
    Set<String> fields = new HashSet<>();
    Set<Integer> columns = new HashSet<>();
    for (int i = 0; i < mapping.columns().size(); i++) {
      Column column = mapping.columns().get(i);
      String place = "columns[" + i + "].";
      if (column.column() < 0 || column.column() >= headings.size()) {
        faults.add(
            new FieldFault(place + "column", "the file has columns 0 to " + (headings.size() - 1)));
      } else if (!columns.add(column.column())) {
        faults.add(new FieldFault(place + "column", "is laid on two fields"));
      }
      if (column.field() == null || Fields.named(column.field()) == null) {
        faults.add(
            new FieldFault(place + "field", "there is no such field, see /api/imports/fields"));
      } else if (!fields.add(column.field())) {
        faults.add(new FieldFault(place + "field", "has two columns"));
      }
    }
    for (Map.Entry<String, String> constant : mapping.constants().entrySet()) {
      faultOf(constant, settings)
          .ifPresent(fault -> faults.add(new FieldFault("constants." + constant.getKey(), fault)));
    }
    missing(mapping)
        .forEach(field -> faults.add(new FieldFault(field, "needs a column or a constant")));
    if (Json.text(mapping).length() > LONGEST_MAPPING) {
      faults.add(new FieldFault("mapping", "is too long"));
    }
    if (!faults.isEmpty()) {
      throw Refused.invalid(
          "invalid-mapping", "The columns are not laid on fields as they must be.", faults);
    }
  }

  private static Optional<String> faultOf(
      Map.Entry<String, String> constant, CsvSettings settings) {
    ImportField field = Fields.named(constant.getKey());
    if (field == null
        || field.name().equals(Fields.EXTERNAL_ID)
        || field.name().equals(Fields.FULL_NAME)) {
      return Optional.of("there is no such field for all rows");
    }
    try {
      Cell.value(field, constant.getValue().strip(), settings);
      return Optional.empty();
    } catch (Cell.Unreadable wrong) {
      return Optional.of(wrong.getMessage());
    }
  }

  /** Lets it rest after the chunk that is in hand. */
  public ImportJob pause(UUID importId) {
    return move(importId, Status.PAUSED, Status.RUNNING);
  }

  /** Goes on behind the last row that has an outcome. */
  public ImportJob resume(UUID importId) {
    ImportJob job = move(importId, Status.RUNNING, Status.PAUSED);
    threads.wake();
    return job;
  }

  /** Ends it; the leads that it brought stay. */
  public ImportJob cancel(UUID importId) {
    return transaction.execute(
        status -> {
          ImportJob job =
              move(importId, Status.CANCELLED, Status.READY, Status.RUNNING, Status.PAUSED);
          pieces.remove(importId);
          chunks.removeRows(importId);
          return job;
        });
  }

  private ImportJob move(UUID importId, Status to, Status... from) {
    ImportJob job = mine(importId);
    if (!jobs.move(importId, to, null, from)) {
      throw wrongState(jobs.find(importId).orElse(job), "cannot become " + to);
    }
    return find(importId);
  }

  /** Forgets it with its outcomes; the leads that it brought stay. */
  public void remove(UUID importId) {
    ImportJob job = mine(importId);
    if (job.status() == Status.RUNNING || job.status() == Status.PAUSED) {
      throw wrongState(job, "must end or be cancelled first");
    }
    jobs.remove(importId);
  }

  private static void requireReady(ImportJob job) {
    if (job.status() != Status.READY) {
      throw notReady(job);
    }
  }

  private static Refused notReady(ImportJob job) {
    return wrongState(job, "was started before");
  }

  private static Refused wrongState(ImportJob job, String what) {
    return Refused.conflict(
        "import-state", "The import is %s and %s.".formatted(job.status(), what));
  }

  public Progress progress(ImportJob job) {
    ImportChunks.Counts counts = chunks.counts(job.importId());
    Double rate = null;
    Long left = null;
    if (job.status() == Status.RUNNING && job.startedOn() != null) {
      Instant now = jobs.now();
      Instant since = now.minus(RATE_OVER);
      Instant from = since.isBefore(job.startedOn()) ? job.startedOn() : since;
      double seconds = Math.max(0.5, Duration.between(from, now).toMillis() / 1000.0);
      long rows = chunks.rowsSince(job.importId(), from);
      if (rows > 0) {
        rate = Math.round(rows / seconds * 10) / 10.0;
        left = (long) Math.ceil((job.rowsTotal() - counts.rows()) * seconds / rows);
      }
    }
    return new Progress(
        job.rowsTotal(),
        counts.rows(),
        counts.created(),
        counts.updated(),
        counts.unchanged(),
        counts.rejected(),
        rate,
        left);
  }

  /**
   * What became of the rows, in the order of the file.
   *
   * @param kind only rows of which this became, null for all
   */
  public Page<RowOutcome> rows(UUID importId, @Nullable Kind kind, Pageable page) {
    find(importId);
    List<RowOutcome> rows = new ArrayList<>();
    long before = 0;
    long total = 0;
    for (Part part : chunks.parts(importId)) {
      long here = part.of(kind);
      boolean onPage =
          before + here > page.getOffset() && before < page.getOffset() + page.getPageSize();
      if (here > 0 && onPage) {
        chunks.outcomes(importId, part.number()).stream()
            .filter(row -> kind == null || row.outcome() == kind)
            .skip(Math.max(0, page.getOffset() - before))
            .limit(page.getPageSize() - rows.size())
            .forEach(rows::add);
      }
      before += here;
      total = before;
    }
    return new PageImpl<>(rows, page, total);
  }

  /**
   * Writes the rejected rows as CSV, one chunk after the other.
   *
   * @param job one that {@link #find} let the caller see; he need not be logged in any more
   */
  public void writeRejected(ImportJob job, OutputStream bytes) throws IOException {
    List<String> headings = job.columns();
    boolean ours = RejectedFile.isOurs(headings);
    try (Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      var file = new RejectedFile(text, job.reading(), headings);
      for (Part part : chunks.parts(job.importId())) {
        if (part.counts().rejected() > 0) {
          for (RowOutcome row : chunks.outcomes(job.importId(), part.number())) {
            if (row.outcome() == Kind.REJECTED) {
              file.add(row, ours);
            }
          }
        }
      }
    }
  }
}
