package io.windrow.ledger;

import io.windrow.view.Result;
import java.util.List;

/** Where final results are kept. */
public interface Results {

  /** Puts each result unless one of its view, group, window and revision is there. */
  void put(List<Result> results);
}
