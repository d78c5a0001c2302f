package io.windrow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.FailFastAssertionException;
import com.networknt.schema.Schema;
import com.networknt.schema.annotation.Annotation;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The asking of one value by the library. Of the faults of each schema the first is kept, since it
 * decides, and the others are not reported.
 *
 * <p>What a reference leads to is asked once of each value: where two schemas lead a recursion into
 * the same part of a value, as two branches of {@code anyOf} do, asking again would double the time
 * at each level.
 */
class Asking extends ExecutionContext {
  private final IdentityHashMap<Schema, IdentityHashMap<JsonNode, Answer>> answers =
      new IdentityHashMap<>();

  /**
   * What a schema says of a value.
   *
   * @param fault null if the value meets it
   * @param evaluated what the library notes for {@code unevaluatedProperties} and its like
   * @param at where the notes were taken
   */
  private record Answer(
      @Nullable Error fault, boolean noted, List<Annotation> evaluated, NodePath at) {}

  /** The first fault of a value; null if it meets the schema. */
  @Nullable Error firstFault(Schema schema, JsonNode value) {
    setFailFast(true);
    try {
      schema.validate(this, value);
    } catch (FailFastAssertionException e) {
      return getErrors().isEmpty() ? e.getError() : getErrors().get(0);
    }
    return getErrors().isEmpty() ? null : getErrors().get(0);
  }

  @Override
  public void addError(Error error) {
    if (getErrors().isEmpty()) {
      getErrors().add(error);
    }
    if (isFailFast()) {
      throw new FailFastAssertionException(getErrors().get(0));
    }
  }

  /**
   * Asks what a reference leads to, or remembers.
   *
   * @param noted whether the library takes notes of what is evaluated
   */
  void askOnce(Schema target, JsonNode value, NodePath place, boolean noted, Runnable ask) {
    IdentityHashMap<JsonNode, Answer> known =
        answers.computeIfAbsent(target, unseen -> new IdentityHashMap<>());
    Answer answer = known.get(value);
    if (answer != null && (answer.noted() || !noted)) {
      repeat(answer);
      return;
    }
    answer = ask(place, noted, ask);
    if (value.isContainerNode()) {
      known.put(value, answer);
    }
    if (answer.fault() != null) {
      addError(answer.fault());
    }
  }

  private Answer ask(NodePath place, boolean noted, Runnable ask) {
    List<Error> errors = getErrors();
    boolean failFast = isFailFast();
    int before = notes(place).size();
    setErrors(new ArrayList<>());
    setFailFast(true);
    Error fault = null;
    try {
      ask.run();
      fault = getErrors().isEmpty() ? null : getErrors().get(0);
    } catch (FailFastAssertionException e) {
      fault = e.getError();
    } finally {
      setErrors(errors);
      setFailFast(failFast);
    }
    List<Annotation> all = notes(place);
    List<Annotation> evaluated = List.copyOf(all.subList(before, all.size()));
    if (fault != null) {
      evaluated.forEach(note -> note.setValid(false));
      evaluated = List.of();
    }
    return new Answer(fault, noted, evaluated, getEvaluationPath());
  }

  private List<Annotation> notes(NodePath place) {
    return getAnnotations().asMap().getOrDefault(place, List.of());
  }

  private void repeat(Answer answer) {
    if (answer.fault() != null) {
      addError(answer.fault());
    }
    for (Annotation note : answer.evaluated()) {
      if (note.isValid()) {
        getAnnotations().put(moved(note, answer.at(), getEvaluationPath()));
      }
    }
  }

  private static Annotation moved(Annotation note, NodePath from, NodePath to) {
    NodePath path = to;
    NodePath whole = note.getEvaluationPath();
    for (int i = from.getNameCount(); i < whole.getNameCount(); i++) {
      path =
          whole.getElement(i) instanceof Integer index
              ? path.append(index)
              : path.append(whole.getName(i));
    }
    return Annotation.builder()
        .keyword(note.getKeyword())
        .instanceLocation(note.getInstanceLocation())
        .schemaLocation(note.getSchemaLocation())
        .evaluationPath(path)
        .value(note.getValue())
        .build();
  }
}
