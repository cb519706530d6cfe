// RUN: %fearless check %s -- -std=gnu17 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The painter makes its own.
#include <fearless/annotations.h>
#include <pthread.h>
struct FEARLESS_THREAD_BOUND gl_context;
struct gl_context *gl_make(void);
void gl_draw(struct gl_context *);
static struct gl_context *context;
static void *paint(void *arg) {
  context = gl_make();
  gl_draw(context);
  return arg;
}
int main(void) {
  pthread_t t;
  pthread_create(&t, 0, paint, 0);
  pthread_join(t, 0);
  return 0;
}
