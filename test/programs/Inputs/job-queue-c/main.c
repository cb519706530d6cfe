#include "log.h"
#include "queue.h"
#include "table.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

enum { WORKERS = 4, JOBS = 200 };

struct worker {
  pthread_t thread;
  struct queue *queue;
  int number;
};

static pthread_mutex_t done_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t done_cond = PTHREAD_COND_INITIALIZER;
static int done;

static int run(const struct job *job) { return job->id % 13 == 0 ? -1 : 0; }

static void finish(struct job *job, enum job_state state) {
  table_set(job->id, state);
  free(job);
  pthread_mutex_lock(&done_lock);
  ++done;
  pthread_cond_signal(&done_cond);
  pthread_mutex_unlock(&done_lock);
}

static void *work(void *argument) {
  struct worker *self = argument;
  struct job *job;
  while ((job = queue_pop(self->queue)) != NULL) {
    struct job *more = queue_try_pop(self->queue);
    table_set(job->id, JOB_RUNNING);
    finish(job, run(job) == 0 ? JOB_DONE : JOB_FAILED);
    if (more)
      finish(more, run(more) == 0 ? JOB_DONE : JOB_FAILED);
  }
  log_line("worker ends", self->number);
  return NULL;
}

static int submit(struct queue *queue, int id) {
  struct job *job = calloc(1, sizeof *job);
  int error;
  if (!job)
    return ENOMEM;
  job->id = id;
  snprintf(job->name, sizeof job->name, "job-%d", id);
  table_set(id, JOB_QUEUED);
  while ((error = queue_push(queue, job)) == EAGAIN)
    table_sweep();
  if (error)
    free(job);
  return error;
}

int main(void) {
  static struct queue queue;
  struct worker workers[WORKERS];
  enum job_state state;
  unsigned long lines;
  int last;
  if (queue_init(&queue, 32) != 0)
    return 1;
  for (int i = 0; i < WORKERS; ++i) {
    workers[i].queue = &queue;
    workers[i].number = i;
    if (pthread_create(&workers[i].thread, NULL, work, &workers[i]) != 0)
      abort();
  }
  for (int id = 0; id < JOBS; ++id)
    if (submit(&queue, id) != 0)
      log_line("not submitted", id);
    else if (id % 50 == 0)
      printf("%lu lines, the last about %d\n", log_lines(&last), log_last());

  pthread_mutex_lock(&done_lock);
  while (done < JOBS)
    pthread_cond_wait(&done_cond, &done_lock);
  pthread_mutex_unlock(&done_lock);

  queue_close(&queue);
  for (int i = 0; i < WORKERS; ++i)
    pthread_join(workers[i].thread, NULL);
  if (table_get(JOBS - 1, &state) == 0)
    log_line("the last job is in state", (int)state);
  lines = log_lines(&last);
  printf("%zu done, %zu failed, %lu lines, the last about %d\n",
         table_count(JOB_DONE), table_count(JOB_FAILED), lines, last);
  queue_destroy(&queue);
  return 0;
}
