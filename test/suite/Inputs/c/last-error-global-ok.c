// The module's last error is thread-local, as errno is.
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static _Thread_local int last_error;

static long parse_number(const char *text) {
  char *end;
  errno = 0;
  long value = strtol(text, &end, 10);
  if (errno != 0)
    last_error = errno;
  else
    last_error = *end ? EINVAL : 0;
  return value;
}

static void *parse_all(void *arg) {
  const char *const *texts = arg;
  int failures = 0;
  for (int i = 0; texts[i]; i++) {
    parse_number(texts[i]);
    failures += last_error != 0;
  }
  printf("%d failed\n", failures);
  return NULL;
}

int main(void) {
  static const char *good[] = {"1", "22", "333", "4444", NULL};
  static const char *mixed[] = {"1", "2x", "99999999999999999999", NULL};
  pthread_t a, b;
  pthread_create(&a, NULL, parse_all, (void *)good);
  pthread_create(&b, NULL, parse_all, (void *)mixed);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
