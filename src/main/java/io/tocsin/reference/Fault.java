package io.tocsin.reference;

import io.tocsin.model.Problem;

/**
 * One broken rule of a reference file.
 *
 * @param file the name of the file, without folder
 * @param line counted from 1, the header being the first; 0 where the whole file is meant
 * @param problem the field by its column name, the value and the rule
 */
public record Fault(String file, long line, Problem problem) {
  @Override
  public String toString() {
    return file + (line > 0 ? " line " + line : "") + ": " + problem;
  }
}
