#ifndef TABLE_H
#define TABLE_H

#include <stddef.h>

enum job_state { JOB_QUEUED, JOB_RUNNING, JOB_DONE, JOB_FAILED };

/* What became of each job, by id. Any thread may call these at any time. */
int table_set(int id, enum job_state state);

/* 0 and the state, or ENOENT. */
int table_get(int id, enum job_state *state);

size_t table_count(enum job_state state);

/* Forgets jobs that ended; returns how many. */
size_t table_sweep(void);

#endif
