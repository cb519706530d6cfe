// Tasks hang in a queue by an embedded link; the task is finished, by container_of, after another thread may have taken and freed it.
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#define container_of(ptr, type, member) ((type *)((char *)(ptr)-offsetof(type, member)))

struct link {
  struct link *next;
};

struct task {
  int number;
  int result;
  struct link queued;
};

static struct link *queue;
static pthread_mutex_t queue_lock = PTHREAD_MUTEX_INITIALIZER;

static void submit(struct task *t) {
  pthread_mutex_lock(&queue_lock);
  t->queued.next = queue;
  queue = &t->queued;
  pthread_mutex_unlock(&queue_lock);
}

static struct task *take(void) {
  pthread_mutex_lock(&queue_lock);
  struct link *l = queue; // RACE
  pthread_mutex_unlock(&queue_lock);
  if (!l)
    return NULL;
  pthread_mutex_lock(&queue_lock);
  if (queue == l) // RACE
    queue = l->next; // RACE
  pthread_mutex_unlock(&queue_lock);
  return container_of(l, struct task, queued); // RACE
}

static void *worker(void *arg) {
  long *sum = arg;
  struct task *t;
  while ((t = take()) != NULL) {
    t->result = t->number * t->number; // RACE
    *sum += t->result; // RACE
    free(t); // RACE
  }
  return NULL;
}

int main(void) {
  pthread_t w[2];
  long sum[2] = {0, 0};
  for (int i = 0; i < 20000; i++) {
    struct task *t = calloc(1, sizeof *t);
    t->number = i;
    submit(t);
  }
  for (int i = 0; i < 2; i++)
    pthread_create(&w[i], NULL, worker, &sum[i]);
  for (int i = 0; i < 2; i++)
    pthread_join(w[i], NULL);
  printf("%ld\n", sum[0] + sum[1]);
  return 0;
}
