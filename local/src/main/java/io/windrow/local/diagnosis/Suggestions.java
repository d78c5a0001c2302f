package io.windrow.local.diagnosis;

import io.windrow.contract.Reason;
import io.windrow.definition.Durations;
import io.windrow.expression.Expression;
import io.windrow.plan.Definition;
import io.windrow.plan.Lookup;
import io.windrow.plan.TimeDefinition;
import io.windrow.window.Watermark;
import java.util.Optional;

/** What would help against one outcome of records, by a sample of it. */
final class Suggestions {
  /** The outcomes that are no reasons, as messages name them. */
  static final String LATE = "late";

  static final String FILTERED = "filtered";

  private final Definition definition;
  private final Optional<TimeLook> time;

  Suggestions(Definition definition) {
    this.definition = definition;
    this.time =
        definition.time() instanceof TimeDefinition.OfField of
            ? Optional.of(new TimeLook(of.field(), of.format()))
            : Optional.empty();
  }

  /** A sentence about accepted records whose greatest watermark is not likely. */
  Optional<String> ofAccepted(long reached) {
    return reached == Watermark.NONE
        ? Optional.empty()
        : time.flatMap(look -> look.ofAccepted(reached));
  }

  /** Sentences; an empty text where nothing is known. */
  String of(Reason reason, Sample sample) {
    String code = reason.code();
    int dot = code.indexOf('.');
    String name = code.substring(dot + 1);
    return switch (dot < 0 ? code : code.substring(0, dot)) {
      case LATE -> late();
      case FILTERED -> filtered();
      case "json", "record" -> PayloadLook.of(sample);
      case "time" -> time.map(look -> look.ofRejected(code, sample)).orElse("");
      case "contract" -> FieldLook.of(name, reason.pointer(), sample);
      case "enrich" -> definition.enrich().stream().findFirst().map(e -> row(e, sample)).orElse("");
      case "rule", "clean", "keep", "view" -> reason.detail();
      default -> "";
    };
  }

  private String late() {
    Long behind = definition.time().behind();
    return behind == null
        ? "The shard's watermark had passed their windows' end + grace: is the input out of order, or grace too short?"
        : "time.behind is %s, so an event is late whose window's end + grace is older than that when it arrives. To replay old data, leave behind out."
            .formatted(Durations.format(behind));
  }

  private String filtered() {
    Expression keep = definition.keep();
    return keep == null ? "" : "keep is false for them: " + keep.text();
  }

  private static String row(Lookup lookup, Sample sample) {
    Optional<String> key =
        lookup
            .key()
            .fieldPath()
            .map(path -> sample.at(path.pointer()))
            .filter(value -> !value.isMissingNode())
            .map(value -> " such as " + Sample.shown(value));
    return "Table %s has no row for keys%s, which %s gives."
        .formatted(lookup.table().name(), key.orElse(""), lookup.key().text());
  }
}
