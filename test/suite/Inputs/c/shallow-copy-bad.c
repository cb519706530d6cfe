// Each thread gets its own copy of the image struct, but the copies share one pixel buffer.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct image {
  size_t size;
  unsigned char *pixels;
};

static struct image *image_copy(const struct image *from) {
  struct image *to = malloc(sizeof *to);
  *to = *from;
  return to;
}

static void *invert(void *arg) {
  struct image *im = arg;
  for (size_t i = 0; i < im->size; i++)
    im->pixels[i] = (unsigned char)~im->pixels[i]; // RACE
  free(im);
  return NULL;
}

int main(void) {
  struct image original = {256, calloc(256, 1)};
  pthread_t a, b;
  pthread_create(&a, NULL, invert, image_copy(&original));
  pthread_create(&b, NULL, invert, image_copy(&original));
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  memset(original.pixels, 0, original.size);
  free(original.pixels);
  return 0;
}
