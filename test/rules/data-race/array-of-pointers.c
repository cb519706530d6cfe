// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The table of pointers is changed without a lock: that is one race, and none of what they
// point to.
#include <pthread.h>
#include <stdlib.h>

struct item {
  struct item *next;
  int a;
  int b;
  char data[];
};
static struct item **table;
static void *adder(void *arg) {
  struct item *i = malloc(sizeof *i);
  unsigned k = (unsigned)(unsigned long)arg;
  i->next = table[k & 3];
  table[k & 3] = i;
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

// CHECK: {{^}}{{.*}}array-of-pointers.c:[[#@LINE-15]]:{{[0-9]+}}: warning: data race on 'table[...]': written here while another thread may read it at {{.*}}array-of-pointers.c:[[#@LINE-16]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}array-of-pointers.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}array-of-pointers.c:[[#@LINE-17]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}array-of-pointers.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}array-of-pointers.c:[[#@LINE-20]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}array-of-pointers.c:[[#@LINE-20]]:{{[0-9]+}}: note: guard 'table[...]' with a mutex, or make it atomic{{$}}
