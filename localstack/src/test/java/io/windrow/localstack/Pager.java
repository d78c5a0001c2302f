package io.windrow.localstack;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Whoever is on call: a queue that subscribes to a topic of alarms. */
final class Pager {
  private final SqsClient sqs;
  private final String queue;
  private final List<String> messages = new ArrayList<>();

  private Pager(SqsClient sqs, String queue) {
    this.sqs = sqs;
    this.queue = queue;
  }

  /** Subscribes to a topic, for the messages alone. */
  static Pager of(Aws aws, String topic) {
    String name = "pager-" + topic.substring(topic.lastIndexOf(':') + 1);
    String queue = aws.sqs().createQueue(request -> request.queueName(name)).queueUrl();
    String arn =
        aws.sqs()
            .getQueueAttributes(
                request -> request.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    aws.sns().subscribe(request -> request.topicArn(topic).protocol("sqs").endpoint(arn));
    return new Pager(aws.sqs(), queue);
  }

  /** All that has come so far. */
  List<String> messages() {
    sqs.receiveMessage(request -> request.queueUrl(queue).maxNumberOfMessages(10))
        .messages()
        .forEach(message -> messages.add(message.body()));
    return List.copyOf(messages);
  }
}
