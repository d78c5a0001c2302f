package io.windrow.ledger;

import io.windrow.ledger.Source.Shard;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What begins and ends chains goes by, from beginning to end: one list, one token, its answers. */
final class Round {
  private final Map<String, Shard> listed = new LinkedHashMap<>();
  private final String token;
  private final Answers answers;

  /**
   * A round.
   *
   * @param token drawn at random for the call that it is made in
   */
  Round(Source source, String token, Deadline deadline) {
    source.shards().forEach(shard -> listed.put(shard.id(), shard));
    this.token = token;
    this.answers = new Answers(source, deadline);
  }

  Collection<Shard> listed() {
    return Collections.unmodifiableCollection(listed.values());
  }

  boolean isListed(String shard) {
    return listed.containsKey(shard);
  }

  /** The parents of a shard as the stream lists them. */
  List<String> parents(String shard) {
    Shard found = listed.get(shard);
    return found == null ? List.of() : found.parents();
  }

  /** The shards that the stream lists as this one's children. */
  List<String> children(String shard) {
    return listed.values().stream()
        .filter(candidate -> candidate.parents().contains(shard))
        .map(Shard::id)
        .toList();
  }

  String token() {
    return token;
  }

  Answers answers() {
    return answers;
  }
}
