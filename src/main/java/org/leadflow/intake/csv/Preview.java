package org.leadflow.intake.csv;

import java.util.List;

/**
 * How a file would be read.
 *
 * @param settings as found, or as asked for
 * @param headings of its columns
 * @param rows the first ones, as they stand there; what is no text in the charset is shown as
 *     U+FFFD
 * @param proposal what would become of the columns
 * @param missing fields that every lead needs and that no column and no constant fills
 */
public record Preview(
    CsvSettings settings,
    List<String> headings,
    List<List<String>> rows,
    Mapping proposal,
    List<String> missing) {}
