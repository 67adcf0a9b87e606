package io.tocsin.app;

import java.util.List;

/** What can be done with the tokens of the HTTP API. */
public interface TokenDesk {
  /**
   * Makes a token and adds it to the file; what it is, is known to the caller alone.
   *
   * @throws Failure where it would not be right
   */
  Results.MadeToken make(Requests.NewToken request);

  /** The tokens of the file, without themselves. */
  List<Results.TokenEntry> list();
}
