#include "table.h"

#include "log.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

enum { BUCKETS = 16 };

struct row {
  int id;
  enum job_state state;
  struct row *next;
};

static pthread_rwlock_t table_lock = PTHREAD_RWLOCK_INITIALIZER;
static struct row *buckets[BUCKETS];
static size_t rows;

static struct row *find_locked(int id) {
  struct row *row = buckets[id % BUCKETS];
  while (row && row->id != id)
    row = row->next;
  return row;
}

int table_set(int id, enum job_state state) {
  struct row *row;
  if (pthread_rwlock_wrlock(&table_lock) != 0)
    return EDEADLK;
  row = find_locked(id);
  if (!row) {
    row = malloc(sizeof *row);
    if (!row) {
      pthread_rwlock_unlock(&table_lock);
      log_line("no memory for job", id);
      return ENOMEM;
    }
    row->id = id;
    row->next = buckets[id % BUCKETS];
    buckets[id % BUCKETS] = row;
    ++rows;
  }
  row->state = state;
  pthread_rwlock_unlock(&table_lock);
  if (state == JOB_FAILED)
    log_line("failed", id);
  return 0;
}

int table_get(int id, enum job_state *state) {
  int error = ENOENT;
  struct row *row;
  pthread_rwlock_rdlock(&table_lock);
  row = find_locked(id);
  if (row) {
    *state = row->state;
    error = 0;
  }
  pthread_rwlock_unlock(&table_lock);
  return error;
}

size_t table_count(enum job_state state) {
  size_t n = 0;
  pthread_rwlock_rdlock(&table_lock);
  for (int i = 0; i < BUCKETS; ++i)
    for (struct row *row = buckets[i]; row; row = row->next)
      n += row->state == state;
  pthread_rwlock_unlock(&table_lock);
  return n;
}

size_t table_sweep(void) {
  size_t swept = 0;
  size_t left;
  pthread_rwlock_wrlock(&table_lock);
  for (int i = 0; i < BUCKETS; ++i) {
    struct row **link = &buckets[i];
    while (*link) {
      struct row *row = *link;
      if (row->state != JOB_DONE && row->state != JOB_FAILED) {
        link = &row->next;
        continue;
      }
      *link = row->next;
      free(row);
      --rows;
      ++swept;
    }
  }
  left = rows;
  pthread_rwlock_unlock(&table_lock);
  log_line("swept, rows left", (int)left);
  return swept;
}
