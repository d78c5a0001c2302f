package io.windrow.infrastructure.monitoring;

/** What an alarm asks of people. */
enum Severity {
  /** Someone looks at it in working hours. */
  WARN,
  /** Someone is woken, by the alarm itself. */
  PAGE
}
