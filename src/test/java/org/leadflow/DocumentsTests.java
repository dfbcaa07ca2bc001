package org.leadflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point at is there. */
class DocumentsTests {

  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!https?:|#)([^)#\\s]+)(?:#[^)]*)?\\)");
  private static final Pattern CLASS =
      Pattern.compile("`([A-Z][a-z]+(?:[A-Z0-9][A-Za-z0-9]*)+)(?:\\.\\w+)?`");
  private static final Set<String> NOT_OURS = Set.of("LeadRetried");

  @Test
  void everyRelativeLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      Matcher link = LINK.matcher(Files.readString(document));
      while (link.find()) {
        if (!Files.exists(document.resolveSibling(link.group(1)))) {
          broken.add(document + " -> " + link.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyClassNamedInTheReadmeAndTheDecisionsExists() throws IOException {
    Set<String> classes = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      sources
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .forEach(name -> classes.add(name.replace(".java", "")));
    }
    List<String> missing = new ArrayList<>();
    for (Path document : documents()) {
      boolean ofEngineers =
          document.endsWith("README.md") && document.getNameCount() == 1
              || document.startsWith("src");
      Matcher name = CLASS.matcher(ofEngineers ? Files.readString(document) : "");
      while (name.find()) {
        if (!classes.contains(name.group(1)) && !NOT_OURS.contains(name.group(1))) {
          missing.add(document + " names " + name.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    documents.add(Path.of("README.md"));
    for (String root : List.of("processes", "rules", "src/docs")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
      }
    }
    return documents;
  }
}
