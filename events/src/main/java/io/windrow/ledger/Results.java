package io.windrow.ledger;

import io.windrow.view.Result;

/** Where final results are kept. */
public interface Results {

  /**
   * Puts a result unless one of its view, group and window is there.
   *
   * @return whether it was put
   */
  boolean put(Result result);
}
