// The completed list is protected by the completion lock in one thread and by the pending lock in the other.
#include <pthread.h>
#include <stdio.h>

enum { JOBS = 100 };

static pthread_mutex_t pending_lock = PTHREAD_MUTEX_INITIALIZER;
static int pending[JOBS];
static int pending_count;

static pthread_mutex_t completed_lock = PTHREAD_MUTEX_INITIALIZER;
static int completed[JOBS];
static int completed_count;

static void complete(int job) {
  pthread_mutex_lock(&completed_lock);
  completed[completed_count++] = job; // RACE
  pthread_mutex_unlock(&completed_lock);
}

static int next_job(int *job) {
  pthread_mutex_lock(&pending_lock);
  int any = pending_count > 0;
  if (any)
    *job = pending[--pending_count];
  pthread_mutex_unlock(&pending_lock);
  return any;
}

static void *worker(void *unused) {
  (void)unused;
  int job;
  while (next_job(&job))
    complete(job);
  return NULL;
}

static int progress(void) {
  pthread_mutex_lock(&pending_lock);
  int left = pending_count;
  int done = completed_count; // RACE
  pthread_mutex_unlock(&pending_lock);
  return done - left;
}

int main(void) {
  for (int i = 0; i < JOBS; i++)
    pending[pending_count++] = i;
  pthread_t t;
  pthread_create(&t, NULL, worker, NULL);
  for (int i = 0; i < 1000; i++)
    printf("%d\n", progress());
  pthread_join(t, NULL);
  return 0;
}
