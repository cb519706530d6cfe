// Main frees the frame buffer before it joins the thread that renders into it.
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
      f->pixels[y * f->width + x] = (unsigned char)(x ^ y); // RACE
  return NULL;
}

int main(void) {
  struct frame f = {64, 64, malloc(64 * 64)};
  pthread_t t;
  if (pthread_create(&t, NULL, render, &f) != 0)
    return 1;
  free(f.pixels); // RACE
  pthread_join(t, NULL);
  puts("rendered");
  return 0;
}
