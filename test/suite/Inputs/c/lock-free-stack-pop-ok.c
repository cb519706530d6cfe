// The single consumer takes the whole lock-free stack with one exchange; producers never look inside a node that they do not own.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

enum { CONSUMERS = 1 };

struct node {
  struct node *next;
  int value;
};

static _Atomic(struct node *) top;

static void push(int value) {
  struct node *n = malloc(sizeof *n);
  n->value = value;
  n->next = atomic_load(&top);
  while (!atomic_compare_exchange_weak(&top, &n->next, n))
    ;
}

static void *producer(void *unused) {
  (void)unused;
  for (int i = 0; i < 5000; i++)
    push(i);
  return NULL;
}

static void *consumer(void *unused) {
  (void)unused;
  long sum = 0;
  for (int rounds = 0; rounds < 5000; rounds++) {
    struct node *n = atomic_exchange(&top, NULL);
    while (n) {
      struct node *next = n->next;
      sum += n->value;
      free(n);
      n = next;
    }
  }
  printf("%ld\n", sum);
  return NULL;
}

int main(void) {
  pthread_t p[2], c[CONSUMERS];
  for (int i = 0; i < 2; i++)
    pthread_create(&p[i], NULL, producer, NULL);
  for (int i = 0; i < CONSUMERS; i++)
    pthread_create(&c[i], NULL, consumer, NULL);
  for (int i = 0; i < 2; i++)
    pthread_join(p[i], NULL);
  for (int i = 0; i < CONSUMERS; i++)
    pthread_join(c[i], NULL);
  return 0;
}
