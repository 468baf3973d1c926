package io.entrabroker.operations.web;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow.Subscription;

/** Reads a body as long as it is not too large. */
final class BoundedBody implements BodySubscriber<byte[]> {
  private final BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();
  private final List<Subscription> sources = new CopyOnWriteArrayList<>();
  private final int largest;
  private long read;

  BoundedBody(int largest) {
    this.largest = largest;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body.getBody();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    sources.add(subscription);
    body.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> part) {
    read += part.stream().mapToLong(ByteBuffer::remaining).sum();
    if (read <= largest) {
      body.onNext(part);
    } else {
      sources.forEach(Subscription::cancel);
      body.onError(new AnswerTooLarge(largest));
    }
  }

  @Override
  public void onError(Throwable problem) {
    body.onError(problem);
  }

  @Override
  public void onComplete() {
    body.onComplete();
  }
}
