package io.tocsin.ingest.feed;

/** Why a look at a feed did not succeed. */
public enum Trouble {
  /** The address, or one that it leads to, is not to be connected to. */
  NOT_ALLOWED,
  /** No such host, nobody there, the connection broke, or what came is not HTTP. */
  UNREACHABLE,
  /** All of it did not come in time. */
  TOO_SLOW,
  /** More bytes than are taken. */
  TOO_LARGE,
  /** In a circle, too often, or nowhere. */
  REDIRECTED,
  /** Asked to be left alone for a while: 429 or 503. */
  BUSY,
  /** Gone for good: 410. */
  GONE,
  /** Any other answer than the document. */
  BAD_ANSWER,
  /** The document is none that can be read. */
  UNREADABLE,
  /** There is no such file or folder, or no right to it. */
  NO_FILE,
  /** Kafka did not take the records. */
  NOT_TAKEN,
  /** What is known of the feed cannot be read or written down. */
  NO_STATE,
  /** Another process looks at it just now. */
  ELSEWHERE,
  /** A fault of this program. */
  BUG
}
