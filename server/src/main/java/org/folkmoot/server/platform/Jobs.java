package org.folkmoot.server.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Background work, kept in the database: what is asked for in a transaction is done after it, and only then; what a
/// killed program was doing is taken up again within some fifteen seconds of the next start.
@Component
public class Jobs implements SmartLifecycle {
    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int AT_ONCE = 2;

    private final DataSource source;
    private final List<Task<?>> tasks;
    private final SchedulerClient client;
    private final boolean works;
    private @Nullable Scheduler scheduler;

    /// @param works false on a node that only serves pages and leaves the work to others
    Jobs(DataSource source, List<Job> jobs, @Value("${folkmoot.jobs:true}") boolean works) {
        this.source = source;
        this.works = works;
        this.tasks = jobs.stream().<Task<?>>map(Jobs::task).toList();
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(source), tasks)
                .build();
    }

    private static Task<?> task(Job job) {
        return Tasks.oneTime(job.name())
                .onDeadExecutionRevive()
                .onFailure((complete, operations) -> operations.reschedule(complete, soon(complete.getTimeDone())))
                .execute((piece, _) -> job.run(piece.getId()));
    }

    private static Instant soon(Instant failed) {
        return failed.plus(HEARTBEAT);
    }

    /// Asks for a piece of work, in the transaction that runs. One that is asked for already stays so.
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(String job, String piece) {
        client.scheduleIfNotExists(new TaskInstance<>(job, piece), Instant.EPOCH);
    }

    @Override
    public boolean isAutoStartup() {
        return works;
    }

    @Override
    public synchronized void start() {
        Scheduler started = Scheduler.create(source, tasks)
                .threads(AT_ONCE)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(PATIENCE)
                .build();
        started.start();
        scheduler = started;
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }
}
