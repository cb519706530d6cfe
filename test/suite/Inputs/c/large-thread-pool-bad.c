// A thread pool with futures whose busy count, decremented after each job outside of the lock, decides when the pool is idle.
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct future {
  pthread_mutex_t lock;
  pthread_cond_t settled_cond;
  bool settled;
  long value;
};

struct job {
  struct job *next;
  long (*run)(void *);
  void *arg;
  struct future *result;
};

struct pool {
  pthread_mutex_t lock;
  pthread_cond_t work;
  pthread_cond_t idle;
  struct job *first, *last;
  int queued;
  int busy;
  bool closing;
  pthread_t *threads;
  int thread_count;
};

static struct future *future_new(void) {
  struct future *f = malloc(sizeof *f);
  pthread_mutex_init(&f->lock, NULL);
  pthread_cond_init(&f->settled_cond, NULL);
  f->settled = false;
  f->value = 0;
  return f;
}

static void future_settle(struct future *f, long value) {
  pthread_mutex_lock(&f->lock);
  f->value = value;
  f->settled = true;
  pthread_cond_signal(&f->settled_cond);
  pthread_mutex_unlock(&f->lock);
}

static long future_get(struct future *f) {
  pthread_mutex_lock(&f->lock);
  while (!f->settled)
    pthread_cond_wait(&f->settled_cond, &f->lock);
  long value = f->value;
  pthread_mutex_unlock(&f->lock);
  return value;
}

static void future_free(struct future *f) {
  pthread_cond_destroy(&f->settled_cond);
  pthread_mutex_destroy(&f->lock);
  free(f);
}

static void enqueue_locked(struct pool *p, struct job *j) {
  j->next = NULL;
  if (p->last)
    p->last->next = j;
  else
    p->first = j;
  p->last = j;
  p->queued++;
}

static struct job *dequeue_locked(struct pool *p) {
  struct job *j = p->first;
  p->first = j->next;
  if (!p->first)
    p->last = NULL;
  p->queued--;
  return j;
}

static struct job *next_job(struct pool *p) {
  struct job *j = NULL;
  pthread_mutex_lock(&p->lock);
  while (p->queued == 0 && !p->closing)
    pthread_cond_wait(&p->work, &p->lock);
  if (p->queued > 0) {
    j = dequeue_locked(p);
    p->busy++; // RACE
  }
  pthread_mutex_unlock(&p->lock);
  return j;
}

static void job_finished(struct pool *p) {
  p->busy--; // RACE
  pthread_mutex_lock(&p->lock);
  if (p->busy == 0 && p->queued == 0) // RACE
    pthread_cond_broadcast(&p->idle);
  pthread_mutex_unlock(&p->lock);
}

static void *worker(void *arg) {
  struct pool *p = arg;
  struct job *j;
  while ((j = next_job(p)) != NULL) {
    struct future *result = j->result;
    future_settle(result, j->run(j->arg));
    free(j);
    job_finished(p);
  }
  return NULL;
}

static struct pool *pool_new(int threads) {
  struct pool *p = calloc(1, sizeof *p);
  pthread_mutex_init(&p->lock, NULL);
  pthread_cond_init(&p->work, NULL);
  pthread_cond_init(&p->idle, NULL);
  p->threads = calloc((size_t)threads, sizeof *p->threads);
  for (int i = 0; i < threads; i++)
    if (pthread_create(&p->threads[p->thread_count], NULL, worker, p) == 0)
      p->thread_count++;
  return p;
}

static struct future *pool_submit(struct pool *p, long (*run)(void *), void *arg) {
  struct job *j = malloc(sizeof *j);
  struct future *f = future_new();
  j->run = run;
  j->arg = arg;
  j->result = f;
  pthread_mutex_lock(&p->lock);
  enqueue_locked(p, j);
  pthread_cond_signal(&p->work);
  pthread_mutex_unlock(&p->lock);
  return f;
}

static void pool_wait_idle(struct pool *p) {
  pthread_mutex_lock(&p->lock);
  while (p->busy > 0 || p->queued > 0) // RACE
    pthread_cond_wait(&p->idle, &p->lock);
  pthread_mutex_unlock(&p->lock);
}

static void pool_free(struct pool *p) {
  pthread_mutex_lock(&p->lock);
  p->closing = true;
  pthread_cond_broadcast(&p->work);
  pthread_mutex_unlock(&p->lock);
  for (int i = 0; i < p->thread_count; i++)
    pthread_join(p->threads[i], NULL);
  pthread_cond_destroy(&p->idle);
  pthread_cond_destroy(&p->work);
  pthread_mutex_destroy(&p->lock);
  free(p->threads);
  free(p);
}

static long count_primes(void *arg) {
  int below = *(int *)arg;
  long found = 0;
  for (int n = 2; n < below; n++) {
    bool prime = true;
    for (int d = 2; d * d <= n && prime; d++)
      prime = n % d != 0;
    found += prime;
  }
  return found;
}

int main(void) {
  enum { JOBS = 24 };
  static int limits[JOBS];
  struct future *results[JOBS];
  alarm(5);
  struct pool *p = pool_new(3);
  if (p->thread_count == 0)
    return 1;
  for (int i = 0; i < JOBS; i++) {
    limits[i] = 100 * (i + 1);
    results[i] = pool_submit(p, count_primes, &limits[i]);
  }
  pool_wait_idle(p);
  long sum = 0;
  for (int i = 0; i < JOBS; i++) {
    sum += future_get(results[i]);
    future_free(results[i]);
  }
  pool_free(p);
  printf("%ld\n", sum);
  return 0;
}
