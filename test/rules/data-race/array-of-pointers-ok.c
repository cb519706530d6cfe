// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The table of pointers is changed under a lock.
#include <pthread.h>
#include <stdlib.h>

struct item {
  struct item *next;
  int a;
  int b;
  char data[];
};
static struct item **table;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static void *adder(void *arg) {
  struct item *i = malloc(sizeof *i);
  unsigned k = (unsigned)(unsigned long)arg;
  pthread_mutex_lock(&lock);
  i->next = table[k & 3];
  table[k & 3] = i;
  pthread_mutex_unlock(&lock);
  return NULL;
}

int main(int argc, char **argv) {
  (void)argv;
  table = calloc(4, sizeof(void *));
  pthread_t a, b;
  pthread_create(&a, NULL, adder, (void *)(unsigned long)argc);
  pthread_create(&b, NULL, adder, (void *)(unsigned long)argc);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
