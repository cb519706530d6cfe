// Main joins the thread that renders into the frame buffer before it frees it.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct frame {
  int width, height;
  unsigned char *pixels;
};

static void *render(void *arg) {
  struct frame *f = arg;
  for (int y = 0; y < f->height; y++)
    for (int x = 0; x < f->width; x++)
      f->pixels[y * f->width + x] = (unsigned char)(x ^ y);
  return NULL;
}

int main(void) {
  struct frame f = {64, 64, malloc(64 * 64)};
  pthread_t t;
  if (pthread_create(&t, NULL, render, &f) != 0)
    return 1;
  pthread_join(t, NULL);
  free(f.pixels);
  puts("rendered");
  return 0;
}
