// Tasks hang in a queue by an embedded link; whoever unlinks a task under the lock owns it and may use it without.
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
  struct link *l = queue;
  if (l)
    queue = l->next;
  pthread_mutex_unlock(&queue_lock);
  return l ? container_of(l, struct task, queued) : NULL;
}

static void *worker(void *arg) {
  long *sum = arg;
  struct task *t;
  while ((t = take()) != NULL) {
    t->result = t->number * t->number;
    *sum += t->result;
    free(t);
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
