package org.leadflow.intake.csv;

import java.util.List;
import java.util.Map;

/**
 * How a file would be read.
 *
 * @param settings as found, or as asked for
 * @param headings of its columns
 * @param rows the first ones, as they stand there; what is no text in the charset is shown as
 *     U+FFFD
 * @param proposal what would become of the columns
 * @param missing fields that every lead needs and that no column and no constant fills
 * @param unknownWords column to the words in its first rows that are none of the options of its
 *     field: say what they stand for, or these rows are rejected
 * @param unknownNos headings of columns left out in which people seem to say no to mails or calls
 * @param states headings of columns left out that tell how far a lead was elsewhere: here every one
 *     begins as new
 */
public record Preview(
    CsvSettings settings,
    List<String> headings,
    List<List<String>> rows,
    Mapping proposal,
    List<String> missing,
    Map<Integer, List<String>> unknownWords,
    List<String> unknownNos,
    List<String> states) {}
