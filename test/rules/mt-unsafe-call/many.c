// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each of many threads splits a text of its own, with one hidden position.
#include <pthread.h>
#include <string.h>

static void *split(void *text) {
  for (char *word = strtok(text, " "); word;)
    word = 0;
  return 0;
}

int main(void) {
  pthread_t all[4];
  char text[4][8] = {"a b", "c d", "e f", "g h"};
  for (int i = 0; i < 4; ++i)
    pthread_create(&all[i], 0, split, text[i]);
  for (int i = 0; i < 4; ++i)
    pthread_join(all[i], 0);
}

// CHECK: {{^}}{{.*}}many.c:[[#@LINE-14]]:{{[0-9]+}}: warning: 'strtok' changes the position of strtok, which all threads share, while another thread may do the same [fearless-mt-unsafe-call]{{$}}
// CHECK: {{^}}{{.*}}many.c:[[#@LINE-6]]:{{[0-9]+}}: note: each of the threads started here reaches the call of 'strtok'{{$}}
// CHECK: {{^}}{{.*}}many.c:[[#@LINE-16]]:{{[0-9]+}}: note: the call of 'strtok' holds no lock{{$}}
// CHECK: {{^}}{{.*}}many.c:[[#@LINE-17]]:{{[0-9]+}}: note: use 'strtok_r', which keeps no state of its own{{$}}
