-- The settings that matter to an insert, those that the server has. PAX settings were renamed from
-- pax_x to pax.x; with sync_collect_stats off, statistics are computed at VACUUM, not at INSERT.

SELECT name, current_setting(name, true) AS setting
FROM (VALUES
    ('autovacuum'),
    ('block_size'),
    ('checkpoint_completion_target'),
    ('checkpoint_timeout'),
    ('commit_delay'),
    ('data_checksums'),
    ('debug_assertions'),
    ('default_table_access_method'),
    ('fsync'),
    ('full_page_writes'),
    ('gp_appendonly_insert_files'),
    ('gp_autostats_mode'),
    ('gp_default_storage_options'),
    ('gp_enable_global_deadlock_detector'),
    ('jit'),
    ('log_min_duration_statement'),
    ('log_statement'),
    ('maintenance_work_mem'),
    ('max_wal_size'),
    ('optimizer'),
    ('pax.bloom_filter_work_memory_bytes'),
    ('pax.enable_sync_collect_stats'),
    ('pax.max_size_per_file'),
    ('pax.max_tuples_per_file'),
    ('pax.max_tuples_per_group'),
    ('pax_bloom_filter_work_memory_bytes'),
    ('pax_enable_sync_collect_stats'),
    ('pax_max_size_per_file'),
    ('pax_max_tuples_per_file'),
    ('pax_max_tuples_per_group'),
    ('server_encoding'),
    ('server_version_num'),
    ('shared_buffers'),
    ('statement_mem'),
    ('synchronous_commit'),
    ('synchronous_standby_names'),
    ('temp_buffers'),
    ('wal_buffers'),
    ('wal_compression'),
    ('wal_level'),
    ('work_mem')
) AS wanted (name)
WHERE current_setting(name, true) IS NOT NULL
ORDER BY name;
