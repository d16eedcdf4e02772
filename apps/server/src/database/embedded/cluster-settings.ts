/**
 * How the embedded PostgreSQL runs. Given on its command line, so that they are always those of this version of the program and
 * no file of the cluster need be edited. What keeps data (fsync, synchronous_commit, full_page_writes) is left at its default: on.
 */
export const clusterSettings: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  // Small: one machine, a few dozen connections, and a company's laptop or smallest cloud server under it.
  shared_buffers: "48MB",
  max_connections: "40",
  work_mem: "8MB",
  maintenance_work_mem: "48MB",
  effective_cache_size: "512MB",
  max_wal_size: "512MB",
  huge_pages: "off",
  jit: "off",
  max_worker_processes: "4",
  max_parallel_workers: "2",
  max_parallel_workers_per_gather: "1",
  autovacuum_max_workers: "2",
  max_wal_senders: "0",
  max_logical_replication_workers: "0",
  // Three processes less than with its default; the cluster's files are mostly in the system's cache.
  io_method: "sync",
  // A container may offer 64 MB of /dev/shm; a few parallel queries fill that.
  dynamic_shared_memory_type: process.platform === "win32" ? "windows" : "mmap",
  random_page_cost: "1.1",
  TimeZone: "UTC",
  log_timezone: "UTC",
  // The log is for operators: neither statements nor their values (which may be personal data) go into it.
  lc_messages: "C",
  log_line_prefix: "%m [%p] ",
  log_min_messages: "warning",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
  log_checkpoints: "off",
  log_connections: "",
};
