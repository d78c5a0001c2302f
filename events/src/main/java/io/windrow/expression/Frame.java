package io.windrow.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expression sees while it is evaluated.
 *
 * @param fields of the event
 * @param locals the variables of its folds, by slot; one that could not be computed holds its
 *     {@link ExpressionException}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and a list would cost on every event
record Frame(Map<String, ? extends @Nullable Object> fields, @Nullable Object[] locals) {}
