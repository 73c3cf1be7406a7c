using System.Text;

namespace Cycle.Ledger.Storage.Server;

/// <summary>The server's settings, written at every start as files that a person can read and add to.</summary>
internal static class ServerSettings
{
    /// <summary>The role that owns everything; the Unix socket's peer check decides who may be it.</summary>
    internal const string Role = "cycle";

    /// <summary>Names the socket file; no port is opened.</summary>
    internal const int Port = 5432;

    private const int MegabyteShift = 20;

    private const long EnoughSharedMemoryBytes = 1L << 30;

    /// <summary>Writes the settings and the rules of who may connect.</summary>
    /// <param name="place">Where the server is.</param>
    /// <param name="socketDirectory">Where its socket is.</param>
    /// <param name="pageCompression">How page images are compressed in the log: a value of <c>wal_compression</c> that this server takes.</param>
    internal static void Write(ServerPlace place, string socketDirectory, string pageCompression)
    {
        var included = Path.Combine(place.Data, "conf.d");
        Directory.CreateDirectory(included);
        Replace(Path.Combine(included, "10-cycle.conf"), Settings(socketDirectory, DiskSpace.FreeBytes(place.Data), pageCompression));
        Replace(Path.Combine(place.Data, "pg_hba.conf"), "# Only the Unix socket, and on it only the users of pg_ident.conf.\nlocal all all peer map=cycle\n");
        Replace(Path.Combine(place.Data, "pg_ident.conf"), $"cycle root {Role}\ncycle \"{place.User.Name}\" {Role}\n");
        var main = Path.Combine(place.Data, "postgresql.conf");
        if (!File.ReadAllText(main).Contains("\ninclude_dir = 'conf.d'", StringComparison.Ordinal))
        {
            File.AppendAllText(main, "\ninclude_dir = 'conf.d'\n");
        }
    }

    private static string Settings(string socketDirectory, long freeDiskBytes, string pageCompression)
    {
        var memoryMegabytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> MegabyteShift;
        var diskMegabytes = freeDiskBytes >> MegabyteShift;
        return $"""
            # Written by Cycle at every start; changes made here are lost.
            # Settings of your own go into 90-local.conf beside this file and win over these.

            # Reached through a Unix socket only.
            listen_addresses = ''
            port = {Port}
            unix_socket_directories = '{socketDirectory.Replace("'", "''", StringComparison.Ordinal)}'
            unix_socket_permissions = 0700
            max_connections = 60

            # Nothing committed is lost when the machine stops.
            fsync = on
            full_page_writes = on
            synchronous_commit = on

            # Bulk work: memory as this machine has it, few and long checkpoints.
            shared_buffers = {Math.Clamp(memoryMegabytes / 8, 128, 2048)}MB
            effective_cache_size = {Math.Clamp(memoryMegabytes / 2, 256, 32768)}MB
            work_mem = {Math.Clamp(memoryMegabytes / 512, 4, 32)}MB
            maintenance_work_mem = {Math.Clamp(memoryMegabytes / 32, 64, 512)}MB
            max_wal_size = {Math.Clamp(diskMegabytes / 8, 128, 4096)}MB
            checkpoint_timeout = 15min
            # lz4 where the server was built with it: the older method costs many times the processor time a page.
            wal_compression = {pageCompression}
            wal_buffers = 16MB
            effective_io_concurrency = 200
            random_page_cost = 1.1
            # Parallel queries share memory in /dev/shm (posix), which containers keep too small for it (then sysv).
            dynamic_shared_memory_type = {(HasSharedMemory() ? "posix" : "sysv")}
            # Compiling costs more than the short queries of a partition take.
            jit = off

            # The same answers on every machine.
            timezone = 'UTC'
            log_timezone = 'UTC'
            datestyle = 'ISO, YMD'
            lc_messages = 'C'

            # A short log, and no customer's data in it: no statements, no details of the row at fault.
            logging_collector = off
            log_line_prefix = '%m [%p] '
            log_min_messages = warning
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_checkpoints = off

            """;
    }

    private static bool HasSharedMemory() =>
        Directory.Exists("/dev/shm") && DiskSpace.FreeBytes("/dev/shm") >= EnoughSharedMemoryBytes;

    /// <summary>In one piece, and also over a file that root wrote for a plain user's server.</summary>
    private static void Replace(string file, string text)
    {
        var fresh = file + ".new";
        File.Delete(fresh);
        File.WriteAllText(fresh, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        File.Move(fresh, file, overwrite: true);
    }
}
