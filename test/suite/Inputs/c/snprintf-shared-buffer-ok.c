// Each thread formats into a buffer of its own and hands the line to stdio, which locks the stream itself.
#include <pthread.h>
#include <stdio.h>

static void log_event(const char *who, int n) {
  char line[80];
  int used = snprintf(line, sizeof line, "%s: event %d\n", who, n);
  if (used > 0)
    fwrite(line, 1, (size_t)used, stdout);
}

static void *events(void *arg) {
  for (int i = 0; i < 50; i++)
    log_event(arg, i);
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, events, "alpha");
  pthread_create(&b, NULL, events, "beta");
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
