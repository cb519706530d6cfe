// Two threads write with putc_unlocked to the same stream without having locked it.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>

static void put_line(const char *s, FILE *out) {
  while (*s)
    putc_unlocked(*s++, out); // RACE
  putc_unlocked('\n', out); // RACE
}

static void *printer(void *arg) {
  for (int i = 0; i < 100; i++)
    put_line(arg, stdout); // RACE
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, printer, "ping");
  pthread_create(&b, NULL, printer, "pong");
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
