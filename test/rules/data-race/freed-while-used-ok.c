// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The frame is freed when its thread has ended.
#include <pthread.h>
#include <stdlib.h>

struct frame {
  int width;
  int pixels[16];
};

static void *fill(void *arg) {
  struct frame *f = arg;
  for (int i = 0; i < f->width; i++)
    f->pixels[i] = i;
  return 0;
}

int main(void) {
  struct frame *f = malloc(sizeof *f);
  f->width = 16;
  pthread_t t;
  pthread_create(&t, 0, fill, f);
  pthread_join(t, 0);
  free(f);
  return 0;
}
