/** DynamoDB Local, in process but on a class path of its own. */
@NullMarked
package io.windrow.dynamodb;

import org.jspecify.annotations.NullMarked;
