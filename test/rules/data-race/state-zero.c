// RUN: not %fearless check %s -- -std=gnu17 -isystem %S/Inputs/system 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What the workers get has the state that is zero, and that is to listen.
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
static struct conn *add(int fd, enum state first, struct event_base *base) {
  struct conn *c = malloc(sizeof *c);
  c->fd = fd;
  c->state = first;
  event_set(&c->event, fd, 2, handle, c);
  event_base_set(base, &c->event);
  event_add(&c->event, 0);
  return c;
}
static void rearm(struct conn *c) {
  event_set(&c->event, c->fd, 2, handle, c);
  event_base_set(c->owner->base, &c->event);
}
static void give(int fd, struct worker *to) {
  struct conn *c = calloc(1, sizeof *c);
  c->fd = fd;
  c->owner = to;
  rearm(c);
}
static void machine(struct conn *c) {
  switch (c->state) {
  case LISTENING:
    give(++accepted, &workers[accepted % 4]);
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

// CHECK: {{^}}{{.*}}state-zero.c:[[#@LINE-31]]:{{[0-9]+}}: warning: data race on 'accepted': written here while another thread may read it at {{.*}}state-zero.c:[[#@LINE-31]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}state-zero.c:[[#@LINE-7]]:{{[0-9]+}}: note: each of the threads started here reaches the write through 'run' -> 'handle' -> 'machine'{{$}}
// CHECK: {{^}}{{.*}}state-zero.c:[[#@LINE-33]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}state-zero.c:[[#@LINE-9]]:{{[0-9]+}}: note: each of the threads started here reaches the read through 'run' -> 'handle' -> 'machine'{{$}}
// CHECK: {{^}}{{.*}}state-zero.c:[[#@LINE-35]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}state-zero.c:[[#@LINE-61]]:{{[0-9]+}}: note: guard 'accepted' with a mutex, or make it atomic{{$}}
