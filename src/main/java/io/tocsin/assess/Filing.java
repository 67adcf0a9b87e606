package io.tocsin.assess;

import io.tocsin.model.Subject;
import java.util.List;

/**
 * Where a news event lies.
 *
 * @param revision the highest seen
 * @param subjects whose dossiers hold an exhibit of it
 */
public record Filing(int revision, List<Subject> subjects) {
  public Filing {
    subjects = List.copyOf(subjects);
  }
}
