// The node is filled in completely before one compare-exchange links it; nodes are never removed while readers walk.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

struct event {
  struct event *next;
  int kind;
  int weight;
};

static _Atomic(struct event *) events;

static void link_event(struct event *e) {
  e->next = atomic_load_explicit(&events, memory_order_relaxed);
  while (!atomic_compare_exchange_weak_explicit(&events, &e->next, e, memory_order_release, memory_order_relaxed))
    ;
}

static void add_event(int kind, int weight) {
  struct event *e = calloc(1, sizeof *e);
  e->kind = kind;
  e->weight = weight;
  link_event(e);
}

static void *recorder(void *unused) {
  (void)unused;
  for (int i = 0; i < 500; i++)
    add_event(i % 3, i);
  return NULL;
}

static long weight_of_kind(int kind) {
  long sum = 0;
  for (struct event *e = atomic_load_explicit(&events, memory_order_acquire); e; e = e->next)
    if (e->kind == kind)
      sum += e->weight;
  return sum;
}

int main(void) {
  pthread_t a, b;
  long sum = 0;
  pthread_create(&a, NULL, recorder, NULL);
  pthread_create(&b, NULL, recorder, NULL);
  for (int i = 0; i < 50; i++)
    sum += weight_of_kind(i % 3);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d\n", sum >= 0);
  return 0;
}
