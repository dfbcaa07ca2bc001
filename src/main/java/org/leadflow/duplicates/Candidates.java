package org.leadflow.duplicates;

import java.util.List;
import org.springframework.stereotype.Service;

@Service
public class Candidates {
  public Shown of(List<Match> matches) {
    return new Shown(List.of(), matches.size());
  }

  public record Shown(List<Candidate> visible, int hidden) {}
}
