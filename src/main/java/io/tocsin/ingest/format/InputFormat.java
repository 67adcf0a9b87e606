package io.tocsin.ingest.format;

/**
 * A format that others write, read into Tocsin's records. Implementations hold no state of a
 * document, so one serves all threads.
 */
public interface InputFormat {
  /** As users name it: {@code cap}, {@code ninjs}; lower case. */
  String name();

  /** One line for users: what it is, and which versions are read. */
  String about();

  /**
   * Whether a document is of this format, by its content first. Looks at its beginning alone,
   * throws nothing, and says no where another format is as likely.
   */
  boolean recognises(Document document);

  /**
   * Reads a document, in time linear in its size and without touching the network or a file.
   *
   * @return records and refusals; what is wrong with a document is a refusal, never an exception
   */
  Harvest read(Document document, Speaker speaker);
}
