// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The unlock of 'slabs_pages' is missing. Its caller cannot mean that: nobody gives
// the lock back but who has taken it.
#include <pthread.h>
#include <stdlib.h>

struct slabs {
  pthread_mutex_t lock;
  int pages, moved;
};

static void slabs_take(struct slabs *s) { pthread_mutex_lock(&s->lock); }
static void slabs_give(struct slabs *s) { pthread_mutex_unlock(&s->lock); }

static int slabs_pages(struct slabs *s) {
  pthread_mutex_lock(&s->lock);
  int n = s->pages;
  return n;
}

static void slabs_move(struct slabs *s) {
  slabs_take(s);
  s->moved++;
  slabs_give(s);
}

static void *mover(void *arg) {
  for (;;) {
    struct slabs *s = ((struct slabs **)arg)[rand() % 2];
    if (slabs_pages(s) > 2)
      abort();
  }
  return NULL;
}

int main(void) {
  static struct slabs *all[2];
  pthread_t t;
  pthread_create(&t, NULL, mover, all);
  slabs_move(all[0]);
  pthread_join(t, NULL);
}

// CHECK: {{^}}{{.*}}kept-by-callee.c:[[#@LINE-28]]:{{[0-9]+}}: warning: 'slabs::lock' is locked here, and none of its callers unlocks it: nobody else can lock it again [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}kept-by-callee.c:[[#@LINE-29]]:{{[0-9]+}}: note: unlock 'slabs::lock' before 'slabs_pages' returns{{$}}
