package org.leadflow.rules.publishing;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Finding;
import org.leadflow.rules.RuleSetFile;
import org.leadflow.rules.house.Question;
import org.leadflow.rules.house.RuleFile;
import org.leadflow.rules.house.RulesFolder;

/**
 * What somebody wants to put to work as one rule set.
 *
 * @param ruleSet path of the folder
 * @param files rules and cases, by path
 * @param findings what is wrong with files that could not be read
 * @param hash over all files and findings
 * @param version under which it was published before, null when it is new
 */
record SetSource(
    String ruleSet,
    List<RuleFile> files,
    List<Finding> findings,
    String hash,
    @Nullable String version) {

  /** The sets of a folder, by name. A finding belongs to the set in whose folder it was made. */
  static Map<String, SetSource> of(RulesFolder folder) {
    Map<String, List<RuleFile>> files =
        folder.files().stream().collect(Collectors.groupingBy(RuleFile::folder));
    Map<String, List<Finding>> findings =
        folder.findings().stream().collect(Collectors.groupingBy(finding -> setOf(finding.file())));
    var names = new TreeSet<>(files.keySet());
    names.addAll(findings.keySet());
    var sources = new TreeMap<String, SetSource>();
    for (String name : names) {
      List<RuleFile> own = files.getOrDefault(name, List.of());
      List<Finding> wrong = findings.getOrDefault(name, List.of());
      sources.put(name, new SetSource(name, own, wrong, hash(own, wrong), null));
    }
    return sources;
  }

  /** The sets of these files, by name. */
  static Map<String, SetSource> of(String location, Collection<RuleSetFile> files) {
    var contents = new TreeMap<String, byte[]>();
    files.forEach(file -> contents.put(file.path(), file.content()));
    return of(RulesFolder.of(location, contents));
  }

  /** A version that was published before: its files have been read already, of whatever kind. */
  static SetSource published(String ruleSet, String version, List<RuleSetFile> stored) {
    List<RuleFile> files =
        stored.stream().map(file -> new RuleFile(file.path(), file.text())).toList();
    return new SetSource(ruleSet, files, List.of(), hash(files, List.of()), version);
  }

  /** The files as they are kept. */
  List<RuleSetFile> stored() {
    return files.stream()
        .map(file -> new RuleSetFile(file.path(), file.text().getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private static String setOf(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 || Question.of(path).isPresent() ? path : path.substring(0, slash);
  }

  private static String hash(List<RuleFile> files, List<Finding> findings) {
    var all = new StringBuilder();
    for (RuleFile file : files) {
      all.append(file.path().length()).append(':').append(file.path());
      all.append(file.text().length()).append(':').append(file.text());
    }
    findings.forEach(finding -> all.append('\n').append(finding));
    return DigestUtils.sha256Hex(all.toString());
  }
}
