// The constructor function sets the level before it starts the thread, and main only joins.
#include <pthread.h>
#include <stdio.h>

static int trace_level;
static int traced;
static pthread_t tracer;

static void *trace(void *unused) {
  (void)unused;
  for (int i = 0; i < 100; i++)
    traced += trace_level > 1;
  return NULL;
}

__attribute__((constructor)) static void start_tracing(void) {
  trace_level = 2;
  pthread_create(&tracer, NULL, trace, NULL);
}

int main(void) {
  pthread_join(tracer, NULL);
  printf("%d\n", traced);
  return 0;
}
