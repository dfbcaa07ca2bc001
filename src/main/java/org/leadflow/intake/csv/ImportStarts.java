package org.leadflow.intake.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.intake.csv.Detection.Asked;
import org.leadflow.intake.csv.Mapping.Column;
import org.springframework.stereotype.Service;

/** Files of leads looked at and started. */
@Service
public class ImportStarts {

  private static final int LOOKED_AT = 1000;
  private static final long WEIGHT_LOOKED_AT = 4_000_000;
  private static final int LONGEST_MAPPING = 200_000;
  private static final List<String> NEEDED = List.of("subject", "lastName");

  private final Imports imports;
  private final ImportJobs jobs;
  private final ImportPieces pieces;
  private final ImportMappings mappings;
  private final ImportThreads threads;
  private final CurrentCaller callers;

  ImportStarts(
      Imports imports,
      ImportJobs jobs,
      ImportPieces pieces,
      ImportMappings mappings,
      ImportThreads threads,
      CurrentCaller callers) {
    this.imports = imports;
    this.jobs = jobs;
    this.pieces = pieces;
    this.mappings = mappings;
    this.threads = threads;
    this.callers = callers;
  }

  /**
   * How the file would be read, with its first rows.
   *
   * @param source whose remembered columns are proposed, null for that of the upload
   * @param chosen what somebody made of the columns so far, null for a proposal
   */
  public Preview preview(
      UUID importId, Reading reading, @Nullable String source, @Nullable Mapping chosen, int rows)
      throws IOException {
    ImportJob job = imports.find(importId);
    job.requireReady();
    String from = source == null ? job.source() : source;
    CsvSettings as = settings(job, reading.asked(), from);
    try (var file = new CsvRows(pieces.read(importId), as)) {
      List<List<String>> first = first(file);
      Mapping mapping =
          chosen == null
              ? KnownWords.explained(
                  mappings.proposal(
                      file.headings(), job.fileName(), from, callers.get().partnerId()),
                  first)
              : chosen;
      return new Preview(
          as,
          file.headings(),
          first.subList(0, Math.min(rows, first.size())),
          mapping,
          missing(mapping),
          UnknownWords.of(mapping, first),
          leftOut(file.headings(), mapping, Headings::isUnknownNo),
          leftOut(file.headings(), mapping, Headings::isState));
    }
  }

  private static List<String> leftOut(
      List<String> headings, Mapping mapping, Predicate<String> sort) {
    Set<Integer> taken = mapping.columns().stream().map(Column::column).collect(Collectors.toSet());
    return IntStream.range(0, headings.size())
        .filter(place -> !taken.contains(place))
        .mapToObj(headings::get)
        .filter(sort)
        .toList();
  }

  private static List<List<String>> first(CsvRows file) throws IOException {
    List<List<String>> first = new ArrayList<>();
    long weight = 0;
    for (CsvRow row = file.next(); row != null; row = file.next()) {
      first.add(row.cells().stream().map(StrictReader::readable).toList());
      weight += row.weight();
      if (first.size() == LOOKED_AT || weight > WEIGHT_LOOKED_AT) {
        break;
      }
    }
    return first;
  }

  private static List<String> missing(Mapping mapping) {
    return NEEDED.stream()
        .filter(field -> !mapping.fills(field))
        .filter(field -> !field.equals("lastName") || !mapping.fills(Fields.FULL_NAME))
        .toList();
  }

  /** As the file was found, but for what is asked for or was of its source. */
  private CsvSettings settings(ImportJob job, Asked now, @Nullable String source)
      throws IOException {
    CsvSettings found = job.reading();
    Asked asked =
        source == null ? now : mappings.asked(now, found, source, callers.get().partnerId());
    if (asked.equals(Asked.NOTHING)) {
      return found;
    }
    SentFile.Bytes bytes = () -> pieces.read(job.importId());
    boolean same =
        (asked.delimiter() == null || asked.delimiter().equals(found.delimiter()))
            && (asked.charset() == null || asked.charset().equals(found.charset()));
    Integer above = asked.above() == null ? Integer.valueOf(found.above()) : asked.above();
    boolean asFound = same && asked.above() == null;
    return SentFile.settings(
        bytes,
        SentFile.head(bytes),
        new Asked(
            asked.charset() == null ? found.charset() : asked.charset(),
            same ? found.delimiter() : asked.delimiter(),
            asked.quote() == null ? found.quote() : asked.quote(),
            asked.header() == null && asFound ? found.header() : asked.header(),
            asked.dates() == null && same ? found.dates() : asked.dates(),
            asked.decimal(),
            same ? above : null,
            asked.decimalUnlessProven()));
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
    ImportJob job = imports.mine(importId);
    job.requireReady();
    String said = source == null ? job.source() : source;
    CsvSettings as = settings(job, reading.asked(), said);
    List<String> headings = job.columns();
    long rows = job.rowsTotal();
    if (!as.equals(job.reading())) {
      SentFile again =
          SentFile.read(
              () -> pieces.read(importId),
              new Asked(
                  as.charset(),
                  as.delimiter(),
                  as.quote(),
                  as.header(),
                  as.dates(),
                  as.decimal(),
                  as.above(),
                  null),
              Long.MAX_VALUE);
      headings = again.headings();
      rows = again.rows();
    }
    String from = Objects.requireNonNullElse(said, "csv");
    String partner = callers.get().partnerId();
    Mapping chosen =
        mapping == null ? mappings.proposal(headings, job.fileName(), said, partner) : mapping;
    requireGood(chosen, headings, as, said);
    if (!jobs.start(importId, as, headings, chosen, from, rows)) {
      throw imports.find(importId).refusal("was started before");
    }
    if (said != null) {
      mappings.remember(headings, chosen, as, said, partner);
    }
    threads.wake();
    return imports.find(importId);
  }

  private static void requireGood(
      Mapping mapping, List<String> headings, CsvSettings settings, @Nullable String source) {
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
    if (source == null && fields.contains(Fields.EXTERNAL_ID)) {
      faults.add(
          new FieldFault(
              "source",
              "must name the system the file comes from, which tells its ids from others"));
    }
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
      Cell.value(field, constant.getValue(), settings);
      return Optional.empty();
    } catch (Cell.Unreadable wrong) {
      return Optional.of(wrong.getMessage());
    }
  }
}
