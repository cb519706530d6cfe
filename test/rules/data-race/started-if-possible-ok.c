// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The flag says whether there is a second thread to be joined.
#include <pthread.h>

static int pages[2];

static void *render(void *arg) {
  int *page = arg;
  ++*page;
  return 0;
}

int main(int argc, char **argv) {
  (void)argv;
  pthread_t t;
  int started = 0;
  if (argc > 1 && pthread_create(&t, 0, render, &pages[0]) == 0)
    started = 1;
  render(&pages[1]);
  if (started)
    pthread_join(t, 0);
  else
    render(&pages[0]);
  return pages[0] + pages[1];
}
