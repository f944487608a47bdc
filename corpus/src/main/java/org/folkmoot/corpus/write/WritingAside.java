package org.folkmoot.corpus.write;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.folkmoot.text.Crew;

/// A piece of writing that a second thread does while the caller goes on; of a crew of one, the caller does it last.
final class WritingAside implements AutoCloseable {
    /// What is to be written.
    interface Work {
        void write() throws IOException;
    }

    private final FutureTask<Boolean> task;
    private final Thread thread;

    private WritingAside(Work work) {
        task = new FutureTask<>(() -> {
            work.write();
            return true;
        });
        thread = Thread.ofPlatform().daemon().name("writing").unstarted(task);
    }

    static WritingAside with(Crew crew, Work work) {
        WritingAside aside = new WritingAside(work);
        if (crew.threads() > 1) {
            aside.thread.start();
        }
        return aside;
    }

    /// Returns when all is written.
    void finish() throws IOException {
        task.run(); // does nothing where the other thread has begun
        try {
            task.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /// Waits for the other thread, whatever happened: nothing may be written after this.
    @Override
    public void close() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
