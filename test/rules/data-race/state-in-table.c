// RUN: not %fearless check %s -- -std=gnu17 -isystem %S/Inputs/system 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// All objects are in a table, and the workers look at those of main there.
#include <event.h>
#include <pthread.h>
#include <stdlib.h>

enum state { LISTENING, READING, CLOSING };
struct worker {
  pthread_t thread;
  struct event_base *base;
};
struct conn {
  enum state state;
  int fd;
  struct event event;
  struct worker *owner;
};
static struct worker workers[4];
static struct event_base *main_base;
static int accepted;

static void handle(int fd, short what, void *arg);
static struct conn *table[64];
static struct conn *add(int fd, enum state first, struct event_base *base) {
  struct conn *c = malloc(sizeof *c);
  c->fd = fd;
  c->state = first;
  event_set(&c->event, fd, 2, handle, c);
  event_base_set(base, &c->event);
  event_add(&c->event, 0);
  table[fd] = c;
  return c;
}
static void machine(struct conn *c);
static void sweep(int fd, short what, void *arg) {
  for (int i = 0; i < 64; ++i)
    if (table[i])
      machine(table[i]);
}
static void rearm(struct conn *c) {
  event_set(&c->event, c->fd, 2, handle, c);
  event_base_set(c->owner->base, &c->event);
}
static void machine(struct conn *c) {
  switch (c->state) {
  case LISTENING:
    ++accepted;
    break;
  case READING:
    rearm(c);
    c->state = CLOSING;
    break;
  case CLOSING:
    free(c);
    break;
  }
}
static void handle(int fd, short what, void *arg) {
  struct conn *c = arg;
  if (fd == c->fd)
    machine(c);
}
static void *run(void *arg) {
  struct worker *self = arg;
  struct event timer;
  event_set(&timer, -1, 16, sweep, 0);
  event_base_set(self->base, &timer);
  event_base_loop(self->base, 0);
  return 0;
}
int main(void) {
  main_base = event_init();
  for (int i = 0; i < 4; ++i) {
    workers[i].base = event_init();
    pthread_create(&workers[i].thread, 0, run, &workers[i]);
  }
  add(0, LISTENING, main_base);
  return event_base_loop(main_base, 0);
}

// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-50]]:{{[0-9]+}}: warning: data race on 'table[...]': written here while another thread may read it at {{.*}}state-in-table.c:[[#@LINE-44]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-51]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'add'{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-52]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-9]]:{{[0-9]+}}: note: each of the threads started here reaches the read through 'run' -> 'sweep'{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-48]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-63]]:{{[0-9]+}}: note: guard 'table[...]' with a mutex{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-46]]:{{[0-9]+}}: warning: data race on 'conn::event': written here while another thread may write it at {{.*}}state-in-table.c:[[#@LINE-45]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-13]]:{{[0-9]+}}: note: each of the threads started here reaches the write through 'run' -> 'handle' -> 'machine' -> 'rearm'{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-48]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-15]]:{{[0-9]+}}: note: each of the threads started here reaches the write through 'run' -> 'handle' -> 'machine' -> 'rearm'{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-49]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-77]]:{{[0-9]+}}: note: guard 'conn::event' with a mutex{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-46]]:{{[0-9]+}}: warning: data race on 'accepted': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-19]]:{{[0-9]+}}: note: each of the threads started here reaches the write through 'run' -> 'handle' -> 'machine'{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-48]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-76]]:{{[0-9]+}}: note: guard 'accepted' with a mutex, or make it atomic{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-46]]:{{[0-9]+}}: warning: data race on 'conn::state': written here while another thread may read it at {{.*}}state-in-table.c:[[#@LINE-52]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-23]]:{{[0-9]+}}: note: each of the threads started here reaches the write through 'run' -> 'handle' -> 'machine'{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-48]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-25]]:{{[0-9]+}}: note: each of the threads started here reaches the read through 'run' -> 'handle' -> 'machine'{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-56]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}state-in-table.c:[[#@LINE-89]]:{{[0-9]+}}: note: guard 'conn::state' with a mutex, or make it atomic{{$}}
