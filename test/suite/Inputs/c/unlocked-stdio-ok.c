// Each thread holds the stream's own lock with flockfile while it uses putc_unlocked.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>

static void put_line(const char *s, FILE *out) {
  flockfile(out);
  while (*s)
    putc_unlocked(*s++, out);
  putc_unlocked('\n', out);
  funlockfile(out);
}

static void *printer(void *arg) {
  for (int i = 0; i < 100; i++)
    put_line(arg, stdout);
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
