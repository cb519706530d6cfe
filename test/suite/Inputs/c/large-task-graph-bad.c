// Each task counts its unfinished inputs in a plain int that all its inputs' threads decrement.
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

enum { TASKS = 31, LEAVES = 16, WORKERS = 3 };

struct task {
  int id;
  int remaining;
  struct task *inputs[2];
  struct task *output;
  long result;
};

struct ready_queue {
  pthread_mutex_t lock;
  pthread_cond_t changed;
  struct task *items[TASKS];
  int count;
  bool finished;
};

static struct task tasks[TASKS];
static struct ready_queue ready = {.lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};

static void ready_push(struct ready_queue *q, struct task *t) {
  pthread_mutex_lock(&q->lock);
  q->items[q->count++] = t;
  pthread_cond_signal(&q->changed);
  pthread_mutex_unlock(&q->lock);
}

static struct task *ready_pop(struct ready_queue *q) {
  struct task *t = NULL;
  pthread_mutex_lock(&q->lock);
  while (q->count == 0 && !q->finished)
    pthread_cond_wait(&q->changed, &q->lock);
  if (q->count > 0)
    t = q->items[--q->count];
  pthread_mutex_unlock(&q->lock);
  return t;
}

static void ready_finish(struct ready_queue *q) {
  pthread_mutex_lock(&q->lock);
  q->finished = true;
  pthread_cond_broadcast(&q->changed);
  pthread_mutex_unlock(&q->lock);
}

static void run(struct task *t) {
  long value = t->id;
  for (int i = 0; i < 2; i++)
    if (t->inputs[i])
      value += t->inputs[i]->result; // RACE
  t->result = value; // RACE
}

static void complete(struct task *t) {
  struct task *out = t->output;
  if (!out)
    ready_finish(&ready);
  else if (--out->remaining == 0) // RACE
    ready_push(&ready, out);
}

static void *worker(void *unused) {
  (void)unused;
  struct task *t;
  while ((t = ready_pop(&ready)) != NULL) {
    run(t);
    complete(t);
  }
  return NULL;
}

static void build_tree(void) {
  for (int i = 0; i < TASKS; i++) {
    struct task *t = &tasks[i];
    t->id = i;
    t->output = i ? &tasks[(i - 1) / 2] : NULL;
    if (2 * i + 2 < TASKS) {
      t->inputs[0] = &tasks[2 * i + 1];
      t->inputs[1] = &tasks[2 * i + 2];
      t->remaining = 2;
    }
  }
  for (int i = TASKS - LEAVES; i < TASKS; i++)
    ready_push(&ready, &tasks[i]);
}

int main(void) {
  pthread_t t[WORKERS];
  build_tree();
  alarm(5);
  for (int i = 0; i < WORKERS; i++)
    if (pthread_create(&t[i], NULL, worker, NULL) != 0)
      return 1;
  for (int i = 0; i < WORKERS; i++)
    pthread_join(t[i], NULL);
  printf("%ld\n", tasks[0].result);
  return 0;
}
