// Two threads set different bits of the same byte with |=, which reads and writes the whole byte.
#include <pthread.h>
#include <stdio.h>

enum { SEEN_HEADER = 1, SEEN_BODY = 2 };
static unsigned char seen;

static void *parse_header(void *arg) {
  const char *text = arg;
  if (text[0] == 'H')
    seen |= SEEN_HEADER; // RACE
  return NULL;
}

static void *parse_body(void *arg) {
  const char *text = arg;
  if (text[1] == 'B')
    seen |= SEEN_BODY; // RACE
  return NULL;
}

int main(void) {
  pthread_t h, b;
  static char text[] = "HB";
  pthread_create(&h, NULL, parse_header, text);
  pthread_create(&b, NULL, parse_body, text);
  pthread_join(h, NULL);
  pthread_join(b, NULL);
  printf("%d\n", seen);
  return 0;
}
