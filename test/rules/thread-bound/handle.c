// RUN: not %fearless check %s -- -std=gnu17 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The handle of a library in C.
#include <fearless/annotations.h>
#include <pthread.h>
struct FEARLESS_THREAD_BOUND gl_context;
struct gl_context *gl_make(void);
void gl_draw(struct gl_context *);
static struct gl_context *context;
static void *paint(void *arg) {
  gl_draw(context);
  return arg;
}
int main(void) {
  context = gl_make();
  pthread_t t;
  pthread_create(&t, 0, paint, 0);
  pthread_join(t, 0);
  return 0;
}

// CHECK: {{^}}{{.*}}handle.c:[[#@LINE-11]]:{{[0-9]+}}: warning: 'context' is used off its thread: only the main thread, which made it, may use this 'gl_context' [fearless-thread-bound]{{$}}
// CHECK: {{^}}{{.*}}handle.c:[[#@LINE-6]]:{{[0-9]+}}: note: the use runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}handle.c:[[#@LINE-9]]:{{[0-9]+}}: note: the object is made here{{$}}
// CHECK: {{^}}{{.*}}handle.c:[[#@LINE-14]]:{{[0-9]+}}: note: let its own thread do this: hand the call to that thread's event loop or queue{{$}}
