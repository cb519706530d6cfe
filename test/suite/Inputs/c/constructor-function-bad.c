// A thread started by a constructor function, before main, reads the level that main then sets.
#include <pthread.h>
#include <stdio.h>

static int trace_level;
static int traced;
static pthread_t tracer;

static void *trace(void *unused) {
  (void)unused;
  for (int i = 0; i < 100; i++)
    traced += trace_level > 1; // RACE
  return NULL;
}

__attribute__((constructor)) static void start_tracing(void) {
  pthread_create(&tracer, NULL, trace, NULL);
}

int main(void) {
  trace_level = 2; // RACE
  pthread_join(tracer, NULL);
  printf("%d\n", traced);
  return 0;
}
