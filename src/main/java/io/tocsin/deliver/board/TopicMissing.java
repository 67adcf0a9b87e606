package io.tocsin.deliver.board;

/** A topic is not there; it is created when a processor starts. */
public final class TopicMissing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TopicMissing(String topic) {
    super("there is no topic " + topic + "; it is created when a processor starts");
  }
}
