package io.windrow.contract;

import io.windrow.expression.Expression;

/** What must be true of an event beyond its contract; rejections are {@code rule.} and the name. */
public record Rule(String name, Expression require) {}
