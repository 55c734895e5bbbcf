package whom.database;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What our own server is told in {@code postgresql.conf}, written anew at each start. */
final class ServerSettings {

    private static final long MEGABYTE = 1024 * 1024;

    private ServerSettings() {}

    static String text(Durability durability) {
        long memory = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / MEGABYTE;
        return text(durability, memory);
    }

    /** An eighth of the machine's memory for shared buffers, since Whom and others live there too. */
    static String text(Durability durability, long megabytes) {
        String kept = durability == Durability.DURABLE ? "on" : "off";
        return """
                # Written by Whom at each start. Settings of your own belong in local.conf beside this file.
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                allow_alter_system = off
                max_connections = 60

                # What is acknowledged is on disk.
                fsync = %1$s
                synchronous_commit = %1$s
                full_page_writes = %1$s

                shared_buffers = '%2$dMB'
                effective_cache_size = '%3$dMB'
                work_mem = '8MB'
                maintenance_work_mem = '%4$dMB'
                max_wal_size = '2GB'
                min_wal_size = '80MB'
                random_page_cost = 1.1
                jit = off
                idle_in_transaction_session_timeout = '5min'

                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                logging_collector = on
                log_directory = 'log'
                log_filename = 'postgresql-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = '1d'
                log_parameter_max_length_on_error = 0
                log_min_error_statement = panic

                include_if_exists = 'local.conf'
                """.formatted(kept, between(64, megabytes / 8, 1024), between(256, megabytes / 2, 16_384), between(64, megabytes / 16, 256));
    }

    private static long between(long least, long wished, long most) {
        return Math.clamp(wished, least, most);
    }
}
