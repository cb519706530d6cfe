// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The lock of the interpreter is held from the start, and given up by a callback
// while the loop sleeps: no caller of 'interpreter_init' unlocks it, but somebody
// does.
#include <pthread.h>
#include <unistd.h>

static pthread_mutex_t gil = PTHREAD_MUTEX_INITIALIZER;
static int running = 1;

struct loop {
  void (*before)(void);
  void (*after)(void);
};

static void before_sleep(void) { pthread_mutex_unlock(&gil); }
static void after_sleep(void) { pthread_mutex_lock(&gil); }
static void interpreter_init(void) { pthread_mutex_lock(&gil); }

static void run(struct loop *l) {
  while (running) {
    l->before();
    sleep(1);
    l->after();
  }
}

int main(void) {
  struct loop l = {before_sleep, after_sleep};
  interpreter_init();
  run(&l);
  pthread_mutex_unlock(&gil);
}

// CHECK: 0 findings
