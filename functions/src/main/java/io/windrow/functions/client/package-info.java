/** What all clients of AWS have in common. */
@NullMarked
package io.windrow.functions.client;

import org.jspecify.annotations.NullMarked;
