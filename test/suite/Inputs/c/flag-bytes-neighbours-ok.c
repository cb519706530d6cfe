// Two threads set neighbouring bytes of one array, which are different memory locations.
#include <pthread.h>
#include <stdio.h>

enum { SEEN_HEADER = 0, SEEN_BODY = 1 };
static unsigned char seen[2];

static void *parse_header(void *arg) {
  const char *text = arg;
  if (text[0] == 'H')
    seen[SEEN_HEADER] = 1;
  return NULL;
}

static void *parse_body(void *arg) {
  const char *text = arg;
  if (text[1] == 'B')
    seen[SEEN_BODY] = 1;
  return NULL;
}

int main(void) {
  pthread_t h, b;
  static char text[] = "HB";
  pthread_create(&h, NULL, parse_header, text);
  pthread_create(&b, NULL, parse_body, text);
  pthread_join(h, NULL);
  pthread_join(b, NULL);
  printf("%d\n", seen[SEEN_HEADER] + seen[SEEN_BODY]);
  return 0;
}
