package org.leadflow.organization;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list of the organisation file that another room reads and writes, such as {@code pools}. Every
 * bean of this type adds its list to the file, to the import and to the export.
 *
 * <p>What is exported and imported again changes nothing. An entry that the file does not have
 * stays as it is stored.
 */
public interface OrganizationSection {

  /** The key on the top level of the file. */
  String name();

  /** Everything as it is stored now, in an order that stays the same. */
  List<FileEntry> export();

  /**
   * What importing these entries would change, and everything that is wrong with them. Writes
   * nothing.
   *
   * @param members the teams there will be, each with the ids of its members
   */
  Plan plan(List<FileEntry> entries, Map<String, Set<String>> members);

  /**
   * Writes the entries, in the transaction of the import and after teams and users; asked only when
   * the plan found nothing wrong.
   */
  void put(List<FileEntry> entries);

  /** What an import would do. */
  record Plan(List<FileChange> changes, List<FileFinding> findings) {}
}
