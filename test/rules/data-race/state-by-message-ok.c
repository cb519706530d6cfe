// RUN: %fearless check %s -- -std=gnu17 -isystem %S/Inputs/system 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The first state goes to the worker in a message, and is never to listen.
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
struct message {
  int fd;
  enum state first;
  struct message *next;
};
static struct message *messages;
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static void send(int fd, enum state first) {
  struct message *m = malloc(sizeof *m);
  m->fd = fd;
  m->first = first;
  pthread_mutex_lock(&mu);
  m->next = messages;
  messages = m;
  pthread_mutex_unlock(&mu);
}
static void receive(int fd, short what, void *arg) {
  struct worker *self = arg;
  pthread_mutex_lock(&mu);
  struct message *m = messages;
  if (m)
    messages = m->next;
  pthread_mutex_unlock(&mu);
  if (m)
    add(m->fd, m->first, self->base);
}
static void rearm(struct conn *c) {
  event_set(&c->event, c->fd, 2, handle, c);
  event_base_set(c->owner->base, &c->event);
}
static void machine(struct conn *c) {
  switch (c->state) {
  case LISTENING:
    send(++accepted, READING);
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
  struct event told;
  event_set(&told, 3, 2, receive, self);
  event_base_set(self->base, &told);
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
