package io.entrabroker.quickstart.keycloak;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** Held by one thread of one process at a time; whoever dies lets go of it. */
final class CacheLock implements AutoCloseable {
  /** A file lock keeps other processes out but throws, instead of waiting, inside one JVM. */
  private static final ReentrantLock IN_THIS_JVM = new ReentrantLock();

  private final FileChannel channel;
  private final FileLock lock;

  private CacheLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** Waits until {@code file} can be locked. The file stays: removing it would split the lock. */
  static CacheLock on(Path file) throws IOException {
    IN_THIS_JVM.lock();
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return new CacheLock(channel, channel.lock());
    } catch (IOException | RuntimeException e) {
      IN_THIS_JVM.unlock();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      lock.release();
      channel.close();
    } finally {
      IN_THIS_JVM.unlock();
    }
  }
}
