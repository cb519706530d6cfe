// The status points to string literals, but the pointer itself is plain and is assigned while another thread reads it.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

static const char *phase = "idle";

static void enter_phase(const char *name) {
  phase = name; // RACE
}

static size_t phase_length(void) {
  return strlen(phase); // RACE
}

static void *engine(void *unused) {
  (void)unused;
  for (int i = 0; i < 500; i++) {
    enter_phase("intake");
    enter_phase("compression");
    enter_phase("exhaust");
  }
  return NULL;
}

int main(void) {
  pthread_t t;
  size_t sum = 0;
  pthread_create(&t, NULL, engine, NULL);
  for (int i = 0; i < 500; i++)
    sum += phase_length();
  pthread_join(t, NULL);
  printf("%d\n", sum > 0);
  return 0;
}
